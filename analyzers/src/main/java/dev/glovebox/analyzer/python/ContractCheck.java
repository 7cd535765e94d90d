package dev.glovebox.analyzer.python;

import static dev.glovebox.analyzer.findings.Report.quoted;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.analyzer.flow.Trait;
import dev.glovebox.analyzer.words.Spelling;
import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What makes a source a strategy: one leaf class, its hooks, its parameters. */
record ContractCheck(Names names, Flow flow, Report report) implements Check {
  private static final Set<String> KINDS = Set.of("Module", "Return", "Yield", "YieldFrom");

  private static final Map<String, String> FORMS =
      Map.of(
          "on_start", "on_start(self, ctx)",
          "on_bar", "on_bar(self, ctx, bar)",
          "on_bars", "on_bars(self, ctx, bars)",
          "on_fill", "on_fill(self, ctx, fill)",
          "on_order", "on_order(self, ctx, order)",
          "on_stop", "on_stop(self, ctx)");

  private static final NavigableSet<String> HOOK_NAMES = new TreeSet<>(FORMS.keySet());
  private static final NavigableSet<String> MAIN_HOOKS = new TreeSet<>(Set.of("on_bar", "on_bars"));

  private static final Set<String> VALUES =
      Set.of("int", "float", "str", "bool", "list", "tuple", "dict", "set", "len", "round", "abs");

  private static final Set<String> ORDERS =
      Set.of("buy", "sell", "close", "target", "target_percent");

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public void visit(Place place) {
    SyntaxNode node = place.node();
    switch (node.kind()) {
      case "Module" -> module(node);
      case "Return" -> returned(node);
      case "Yield", "YieldFrom" -> {
        SyntaxNode function = names.opener(node);
        if (isHook(function)) {
          report.add("PY907", node, "a hook with a yield does nothing when it is called");
        }
      }
      default -> {
        // Part of a class, which is judged as a whole.
      }
    }
  }

  private void module(SyntaxNode module) {
    List<SyntaxNode> found = new ArrayList<>();
    for (SyntaxNode definition : flow.strategies().definitions()) {
      if (flow.strategies().lineage(definition).isStrategy()) {
        found.add(definition);
        hooks(definition);
      }
    }
    Set<SyntaxNode> parents = new HashSet<>();
    for (SyntaxNode definition : found) {
      List<SyntaxNode> own = flow.strategies().lineage(definition).own();
      parents.addAll(own.subList(1, own.size()));
    }
    Map<String, SyntaxNode> leaves = new HashMap<>();
    for (SyntaxNode definition : found) {
      if (!parents.contains(definition) && names.opener(definition).is("Module")) {
        SyntaxNode before = leaves.put(Names.plain(definition.text("name")), definition);
        leaf(definition);
        if (before == null && leaves.size() > 1) {
          report.add(
              "PY902", head(definition), quoted(definition.text("name")) + " is one more strategy");
        }
      }
    }
    if (found.isEmpty()) {
      none(module);
    }
  }

  // The first line of a definition, so that no finding covers a whole class.
  private static Span head(SyntaxNode definition) {
    Span span = definition.span();
    int column = span.column() + "class ".length() + definition.text("name").length();
    return new Span(span.line(), span.column(), span.line(), column);
  }

  private void none(SyntaxNode module) {
    Optional<SyntaxNode> imported =
        module.nodes("body").stream()
            .filter(node -> node.is("ImportFrom") && node.text("module").equals("glovebox"))
            .filter(node ->
                node.nodes("names").stream()
                    .anyMatch(alias -> alias.text("name").equals("Strategy")))
            .findFirst();
    if (imported.isEmpty()) {
      return;
    }
    Optional<SyntaxNode> meant =
        flow.strategies().definitions().stream().filter(ContractCheck::hasHook).findFirst();
    if (meant.isPresent()) {
      report.add("PY901", head(meant.get()), "a class with hooks that is no Strategy");
    } else if (flow.strategies().definitions().isEmpty()) {
      report.add("PY901", imported.get(), "no class derives from Strategy");
    }
  }

  private static boolean hasHook(SyntaxNode definition) {
    return definition.nodes("body").stream()
        .anyMatch(
            node -> node.is("FunctionDef") && Strategies.HOOKS.containsKey(node.text("name")));
  }

  private void leaf(SyntaxNode definition) {
    Strategies.Lineage lineage = flow.strategies().lineage(definition);
    lineage.method("__init__").ifPresent(this::parameters);
    if (!lineage.isKnown()) {
      return;
    }
    boolean byBar = has(lineage, "on_bar");
    boolean bySet = has(lineage, "on_bars");
    if (byBar && bySet) {
      report.add("PY903", head(definition), "both on_bar and on_bars are defined");
    } else if (!byBar && !bySet) {
      report.add(
          "PY901",
          head(definition),
          quoted(definition.text("name")) + " defines neither on_bar nor on_bars",
          other(lineage)
              .map(name -> "Rename " + name + " to on_bar(self, ctx, bar).")
              .orElse(report.rules().rule("PY901").instead()));
    }
    if (byBar || bySet) {
      lineage.own().forEach(this::strangers);
    }
  }

  private static boolean has(Strategies.Lineage lineage, String hook) {
    return lineage.method(hook).isPresent()
        || lineage.own().stream()
            .flatMap(definition -> definition.nodes("body").stream())
            .filter(node -> node.is("Assign"))
            .flatMap(node -> node.nodes("targets").stream())
            .anyMatch(target -> target.is("Name") && target.text("id").equals(hook));
  }

  /** The method that was meant to be {@code on_bar}. */
  private Optional<String> other(Strategies.Lineage lineage) {
    return methods(lineage.own()).stream()
        .map(node -> node.text("name"))
        .filter(name ->
            report
                    .rules()
                    .paired("did-you-mean", "hook." + name)
                    .filter(form -> form.startsWith("on_bar"))
                    .isPresent()
                || Spelling.nearest(name, MAIN_HOOKS).isPresent())
        .findFirst();
  }

  private static List<SyntaxNode> methods(List<SyntaxNode> definitions) {
    return definitions.stream()
        .flatMap(definition -> definition.nodes("body").stream())
        .filter(node -> node.is("FunctionDef"))
        .toList();
  }

  // A method with the look of a hook that neither the host nor the source ever calls.
  private void strangers(SyntaxNode definition) {
    for (SyntaxNode method : methods(List.of(definition))) {
      String name = Names.plain(method.text("name"));
      Optional<String> form = report.rules().paired("did-you-mean", "hook." + name);
      Optional<String> near =
          name.startsWith("on")
              ? Spelling.nearest(name, HOOK_NAMES).map(FORMS::get)
              : Optional.empty();
      if (Strategies.HOOKS.containsKey(name) || flow.isRead(name)) {
        continue;
      }
      form.or(() -> near)
          .ifPresent(hook ->
              report.add(
                  "PY909",
                  method.span().line() == 0 ? method.span() : line(method),
                  quoted(name) + " is never called",
                  "Did you mean " + hook + "?"));
    }
  }

  private static Span line(SyntaxNode method) {
    Span span = method.span();
    int column = span.column() + "def ".length() + method.text("name").length();
    return new Span(span.line(), span.column(), span.line(), column);
  }

  private void hooks(SyntaxNode definition) {
    for (SyntaxNode method : methods(List.of(definition))) {
      String name = Names.plain(method.text("name"));
      List<Trait> given = Strategies.HOOKS.get(name);
      if (given != null) {
        signature(method, name, given.size() + 1);
      }
    }
  }

  private void signature(SyntaxNode method, String name, int given) {
    List<SyntaxNode> positional = Strategies.positional(method);
    boolean any = method.node("args").flatMap(arguments -> arguments.node("varArg")).isPresent();
    int defaults =
        method.node("args").map(arguments -> arguments.nodes("defaults").size()).orElse(0);
    int demanded =
        method
            .node("args")
            .map(arguments ->
                arguments.nodes("kwOnlyArgs").size() - arguments.nodes("kwDefaults").size())
            .orElse(0);
    boolean decorated =
        method.nodes("decoratorList").stream()
            .flatMap(node -> names.path(node).stream())
            .anyMatch(path ->
                path.equals("builtins.staticmethod")
                    || path.equals("builtins.classmethod")
                    || path.equals("builtins.property"));
    boolean wrong =
        positional.size() - defaults > given
            || (positional.size() < given && !any)
            || demanded > 0
            || decorated;
    boolean exchanged =
        positional.size() == 3 && Set.of("ctx", "context").contains(positional.get(2).text("arg"));
    if (wrong || exchanged) {
      report.add(
          "PY904",
          line(method),
          quoted(name)
              + (exchanged ? " has its parameters exchanged" : " is given other arguments"),
          "Write " + FORMS.getOrDefault(name, name) + ".");
    }
  }

  private void parameters(SyntaxNode init) {
    List<SyntaxNode> positional = Strategies.positional(init);
    int defaults = init.node("args").map(arguments -> arguments.nodes("defaults").size()).orElse(0);
    List<SyntaxNode> lacking =
        new ArrayList<>(
            positional.subList(
                Math.min(1, positional.size()),
                Math.max(Math.min(1, positional.size()), positional.size() - defaults)));
    init.node("args")
        .ifPresent(arguments -> {
          Set<SyntaxNode> having = Keywords.defaults(arguments).keySet();
          arguments.nodes("kwOnlyArgs").stream()
              .filter(argument -> !having.contains(argument))
              .forEach(lacking::add);
        });
    for (SyntaxNode argument : lacking) {
      String name = argument.text("arg");
      boolean context = name.equals("ctx") || name.equals("context");
      report.add(
          "PY908",
          argument.span(),
          "parameter " + quoted(name) + " has no default",
          context
              ? "ctx comes with the hooks: on_bar(self, ctx, bar)."
              : report.rules().rule("PY908").instead());
    }
  }

  private boolean isHook(SyntaxNode function) {
    return function.is("FunctionDef")
        && Strategies.HOOKS.containsKey(Names.plain(function.text("name")))
        && names.opener(function).is("ClassDef")
        && flow.strategies().lineage(names.opener(function)).isStrategy();
  }

  private void returned(SyntaxNode node) {
    Optional<SyntaxNode> value = node.node("value");
    if (value.isPresent() && isHook(names.opener(node)) && isSomething(value.get())) {
      report.add("PY907", node, "a hook returns something");
    }
  }

  private boolean makesAValue(SyntaxNode function) {
    String path = names.path(function).orElse("");
    return path.startsWith(Names.OWN)
        || (path.startsWith(Names.BUILTIN)
            && VALUES.contains(path.substring(Names.BUILTIN.length())));
  }

  private boolean isSomething(SyntaxNode value) {
    return switch (value.kind()) {
      case "Constant" ->
          value.literal("value").filter(literal -> !literal.type().equals("NONE")).isPresent();
      case "List",
          "Tuple",
          "Dict",
          "Set",
          "ListComp",
          "SetComp",
          "DictComp",
          "GeneratorExp",
          "Compare",
          "BinOp",
          "JoinedStr",
          "Lambda" ->
          true;
      case "Attribute" -> flow.sense(value.node("value")).has(Trait.BAR);
      case "Call" -> {
        SyntaxNode function = value.node("func").orElseThrow();
        yield makesAValue(function)
            || (function.is("Attribute")
                && ORDERS.contains(function.text("attr"))
                && flow.sense(function.node("value")).has(Trait.CTX));
      }
      default -> false;
    };
  }
}
