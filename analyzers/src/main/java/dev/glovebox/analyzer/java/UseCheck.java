package dev.glovebox.analyzer.java;

import static dev.glovebox.analyzer.findings.Report.quoted;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.glovebox.analyzer.words.Spelling;
import dev.glovebox.classes.ListedMembers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the host hands over is used as it is: members that exist, with their arguments. */
final class UseCheck implements Check {
  private static final ListedMembers LISTED = ListedMembers.standard();
  private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString");

  // What a reader calls what is handed over.
  private static final Map<String, String> WORDS =
      Map.of(
          Hooks.CONTEXT,
          "ctx",
          Hooks.BAR,
          "bar",
          Hooks.BARS,
          "bars",
          Hooks.API + "Fill",
          "fill",
          Hooks.API + "Order",
          "order");

  private final Facts facts;
  private final Strategies strategies;
  private final Set<String> ownMethods = new HashSet<>();

  UseCheck(Facts facts, Strategies strategies) {
    this.facts = facts;
    this.strategies = strategies;
    facts
        .tree()
        .all(MethodDeclaration.class)
        .forEach(method -> ownMethods.add(method.getNameAsString()));
  }

  /** Whether members of {@code owner} that are not there are told here, and nowhere else. */
  static boolean isJudgedHere(String owner) {
    return owner.startsWith(Hooks.API) && LISTED.hasClass(owner);
  }

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(MethodCallExpr.class, MethodReferenceExpr.class, FieldAccessExpr.class);
  }

  @Override
  public void visit(Node node) {
    switch (node) {
      case MethodCallExpr call -> {
        if (call.getScope().isPresent()) {
          called(call);
        } else {
          onItself(call);
        }
      }
      case MethodReferenceExpr reference -> {
        JavaType owner = new OrderCalls(facts).receiver(reference.getScope());
        if (!reference.getIdentifier().equals("new")) {
          method(reference, owner, reference.getIdentifier());
        }
      }
      case FieldAccessExpr access -> field(access);
      default -> throw new IllegalStateException("not asked for");
    }
  }

  private void called(MethodCallExpr call) {
    JavaType owner = new OrderCalls(facts).receiver(call.getScope().orElseThrow());
    String name = call.getNameAsString();
    List<String> forms = LISTED.methods(owner.name()).getOrDefault(name, List.of());
    if (method(call, owner, name)
        && !OF_OBJECT.contains(name)
        && forms.stream().noneMatch(form -> Descriptor.takes(form, call.getArguments().size()))) {
      facts.add(
          "JV906",
          call,
          word(owner.name()) + "." + name + " takes other arguments",
          "Write " + shown(owner.name(), name, forms.getFirst()) + ".");
    }
  }

  private static String shown(String owner, String name, String form) {
    List<String> types =
        Descriptor.parameters(form).stream()
            .map(type -> simple(type.name()) + "[]".repeat(type.dimensions()))
            .toList();
    return word(owner) + "." + name + "(" + String.join(", ", types) + ")";
  }

  private static String simple(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('$')) + 1);
  }

  private static String word(String owner) {
    return WORDS.getOrDefault(owner, simple(owner));
  }

  /** Whether the method is there; else it is told, if it is of what the host hands over. */
  private boolean method(Node node, JavaType owner, String name) {
    if (owner.dimensions() > 0 || !isJudgedHere(owner.name())) {
      return false;
    }
    Map<String, List<String>> known = LISTED.methods(owner.name());
    if (known.containsKey(name)) {
      return true;
    }
    if (!OF_OBJECT.contains(name) && facts.rules().paired("denied-calls-by-name", name).isEmpty()) {
      unknown(node, owner.name(), name);
    }
    return false;
  }

  private void unknown(Node node, String owner, String name) {
    NavigableSet<String> known = new TreeSet<>(LISTED.methods(owner).keySet());
    known.remove("<init>");
    facts.add(
        "JV905",
        node,
        word(owner) + " has no " + quoted(name),
        told(simple(owner), name)
            .or(() ->
                Spelling.nearest(plain(name), known)
                    .map(near -> "Did you mean " + word(owner) + "." + near + "?"))
            .orElse(facts.rules().rule("JV905").instead()));
  }

  private Optional<String> told(String owner, String name) {
    return facts
        .rules()
        .paired("did-you-mean", owner + "." + name)
        .map(told -> "Write " + told + ".");
  }

  // There is nothing called get...: getClose is close.
  private static String plain(String name) {
    return name.length() > 3 && name.startsWith("get") ? name.substring(3) : name;
  }

  private void field(FieldAccessExpr access) {
    String name = access.getNameAsString();
    Optional<String> named = facts.names().named(access.getScope());
    if (named.isPresent()) {
      constant(access, named.get(), name);
      return;
    }
    JavaType owner = facts.types().of(access.getScope());
    if (owner.dimensions() > 0 || !isJudgedHere(owner.name())) {
      return;
    }
    if (LISTED.methods(owner.name()).containsKey(name)) {
      facts.add(
          "JV905",
          access,
          word(owner.name()) + "." + name + " is a method",
          "Write " + word(owner.name()) + "." + name + "().");
    } else if (!LISTED.fields(owner.name()).containsKey(name)) {
      unknown(access, owner.name(), name);
    }
  }

  private void constant(FieldAccessExpr access, String owner, String name) {
    Map<String, String> known = LISTED.fields(owner);
    if (!isJudgedHere(owner)
        || known.containsKey(name)
        || facts.names().named(access).isPresent()) {
      return;
    }
    facts.add(
        "JV905",
        access,
        simple(owner) + " has no " + quoted(name),
        told(simple(owner), name)
            .or(() ->
                Spelling.nearest(name, new TreeSet<>(known.keySet()))
                    .map(near -> "Did you mean " + simple(owner) + "." + near + "?"))
            .or(() ->
                known.isEmpty()
                    ? Optional.empty()
                    : Optional.of("There is " + String.join(", ", known.keySet()) + "."))
            .orElse(facts.rules().rule("JV905").instead()));
  }

  // Other libraries have on the strategy itself what is on ctx here.
  private void onItself(MethodCallExpr call) {
    String name = call.getNameAsString();
    if (ownMethods.contains(name)
        || OF_OBJECT.contains(name)
        || facts.names().imports().ownerOf(name).isPresent()
        || LISTED.methods(Hooks.STRATEGY).containsKey(name)
        || !standsInStrategy(call)) {
      return;
    }
    if (LISTED.methods(Hooks.CONTEXT).containsKey(name)) {
      facts.add(
          "JV905",
          call,
          "the strategy has no " + quoted(name),
          "Did you mean ctx." + name + "? Hooks get ctx: onBar(Context ctx, Bar bar).");
    } else {
      told("Context", name)
          .ifPresent(told -> facts.add("JV905", call, "the strategy has no " + quoted(name), told));
    }
  }

  private boolean standsInStrategy(MethodCallExpr call) {
    Optional<Node> around = facts.names().scope(call).body().map(Scope::node);
    return strategies.all().stream()
        .anyMatch(own -> around.filter(node -> Tree.same(own.declaration(), node)).isPresent());
  }
}
