package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.SyntaxNode;
import java.text.Normalizer;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What names and dotted chains stand for. */
final class Names {
  /** Prefix of the path of a name that only the interpreter knows. */
  static final String BUILTIN = "builtins.";

  /** Prefix of the path of a class of this source. */
  static final String OWN = "own.";

  private static final Pattern DUNDER = Pattern.compile("__\\w*__");
  private static final Pattern MANGLED = Pattern.compile("_[^_]\\w*__\\w*");

  // A chain of plain aliases is followed this far; a longer one hides nothing that the runtime
  // would not stop.
  private static final int ALIASES_MAX = 16;

  private final Scopes scopes;
  private final IdentityHashMap<Scope.Meaning, Optional<String>> paths = new IdentityHashMap<>();

  private final IdentityHashMap<Scope.Meaning, Firsts> firsts = new IdentityHashMap<>();

  Names(Scopes scopes) {
    this.scopes = scopes;
  }

  /** The form in which Python compares names (PEP 3131). */
  static String plain(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC);
      }
    }
    return name;
  }

  static boolean isDunder(String name) {
    return name.startsWith("__") && DUNDER.matcher(name).matches();
  }

  /** Whether {@code name} is what Python makes of a private name of another class. */
  static boolean isMangled(String name) {
    return name.startsWith("_") && MANGLED.matcher(name).matches();
  }

  /** The meaning of a {@code Name} node where it stands. */
  Optional<Scope.Meaning> meaning(SyntaxNode name) {
    return scopes.scopeOf(name).lookUp(plain(name.text("id")));
  }

  /** What {@code name} means where {@code node} stands. */
  Optional<Scope.Meaning> meaning(SyntaxNode node, String name) {
    return scopes.scopeOf(node).lookUp(plain(name));
  }

  /** Whether {@code name} stands in a function and lives no longer than one call of it. */
  boolean isLocal(SyntaxNode name) {
    Scope scope = scopes.scopeOf(name);
    return scope.kind() == Scope.Kind.COMPREHENSION
        || (scope.kind() == Scope.Kind.FUNCTION && scope.owns(plain(name.text("id"))));
  }

  /** What opened the scope in which {@code node} is evaluated. */
  SyntaxNode opener(SyntaxNode node) {
    return scopes.scopeOf(node).opener();
  }

  /**
   * The dotted path of what {@code expression} certainly or possibly is: {@code math.sqrt}, {@code
   * builtins.type}, {@code own.Cross}; empty if it is a value of the running program.
   */
  Optional<String> path(SyntaxNode expression) {
    return path(expression, ALIASES_MAX);
  }

  private Optional<String> path(SyntaxNode expression, int aliases) {
    StringBuilder attributes = new StringBuilder();
    SyntaxNode base = expression;
    while (base.is("Attribute")) {
      attributes.insert(0, "." + plain(base.text("attr")));
      base = base.node("value").orElseThrow();
    }
    return base.is("Name")
        ? namePath(base, aliases).map(path -> path + attributes)
        : Optional.empty();
  }

  private Optional<String> namePath(SyntaxNode name, int aliases) {
    Optional<Scope.Meaning> meaning = meaning(name);
    if (meaning.isEmpty()) {
      return Optional.of(BUILTIN + plain(name.text("id")));
    }
    Optional<String> known = paths.get(meaning.get());
    if (known == null) {
      // Names that stand for each other stand for nothing.
      paths.put(meaning.get(), Optional.empty());
      known = firstPath(meaning.get(), aliases);
      paths.put(meaning.get(), known);
    }
    return known;
  }

  private Optional<String> firstPath(Scope.Meaning meaning, int aliases) {
    for (Binding binding : meaning.bindings()) {
      Optional<String> path =
          switch (binding) {
            case Binding.Imported(String imported) -> Optional.of(imported);
            case Binding.OwnClass(SyntaxNode definition) ->
                Optional.of(OWN + plain(definition.text("name")));
            case Binding.Assigned(Optional<SyntaxNode> value) ->
                aliases == 0 ? Optional.empty() : value.flatMap(v -> path(v, aliases - 1));
            case Binding.OwnFunction _, Binding.Parameter _ -> Optional.empty();
          };
      if (path.isPresent()) {
        return path;
      }
    }
    return Optional.empty();
  }

  /** The parameter that {@code name} is, if it is one. */
  Optional<Binding.Parameter> parameter(SyntaxNode name) {
    return meaning(name).flatMap(meaning -> firsts(meaning).parameter());
  }

  /** The function of this source that {@code name} is, if it is one. */
  Optional<SyntaxNode> ownFunction(SyntaxNode name) {
    return meaning(name).flatMap(meaning -> firsts(meaning).function());
  }

  /** The first expression that what {@code name} means is set to. */
  Optional<SyntaxNode> firstValue(SyntaxNode name) {
    return meaning(name).flatMap(meaning -> firsts(meaning).value());
  }

  // A name may be set thousands of times and be asked for as often: looked through once.
  private record Firsts(
      Optional<Binding.Parameter> parameter,
      Optional<SyntaxNode> function,
      Optional<SyntaxNode> value) {}

  private Firsts firsts(Scope.Meaning meaning) {
    Firsts known = firsts.get(meaning);
    if (known == null) {
      known = read(meaning.bindings());
      firsts.put(meaning, known);
    }
    return known;
  }

  private static Firsts read(List<Binding> bindings) {
    Optional<Binding.Parameter> parameter = Optional.empty();
    Optional<SyntaxNode> function = Optional.empty();
    Optional<SyntaxNode> value = Optional.empty();
    for (Binding binding : bindings) {
      switch (binding) {
        case Binding.Parameter found -> parameter = parameter.or(() -> Optional.of(found));
        case Binding.OwnFunction(SyntaxNode found) ->
            function = function.or(() -> Optional.of(found));
        case Binding.Assigned(Optional<SyntaxNode> found) -> value = value.or(() -> found);
        case Binding.Imported _, Binding.OwnClass _ -> {
          // Has a path.
        }
      }
    }
    return new Firsts(parameter, function, value);
  }

  /** Whether {@code expression} is the first parameter of a method that is bound to an instance. */
  boolean isSelf(SyntaxNode expression) {
    return isFirstParameter(expression, false);
  }

  /** Whether {@code expression} is the first parameter of a class method. */
  boolean isOwnClass(SyntaxNode expression) {
    return isFirstParameter(expression, true);
  }

  private boolean isFirstParameter(SyntaxNode expression, boolean ofClassMethod) {
    if (!expression.is("Name")) {
      return false;
    }
    Optional<Binding.Parameter> parameter = parameter(expression);
    return parameter.isPresent()
        && parameter.get().index() == 0
        && isMethod(parameter.get().function())
        && decorated(parameter.get().function(), BUILTIN + "classmethod") == ofClassMethod
        && !decorated(parameter.get().function(), BUILTIN + "staticmethod");
  }

  private boolean isMethod(SyntaxNode function) {
    return function.is("FunctionDef") && scopes.scopeOf(function).kind() == Scope.Kind.CLASS;
  }

  private boolean decorated(SyntaxNode function, String decorator) {
    return function.nodes("decoratorList").stream()
        .anyMatch(node -> path(node).equals(Optional.of(decorator)));
  }

  /** The leftmost expression of a chain of attributes, subscripts and calls. */
  static SyntaxNode root(SyntaxNode expression) {
    SyntaxNode root = expression;
    while (true) {
      switch (root.kind()) {
        case "Attribute", "Subscript" -> root = root.node("value").orElseThrow();
        case "Call" -> root = root.node("func").orElseThrow();
        default -> {
          return root;
        }
      }
    }
  }
}
