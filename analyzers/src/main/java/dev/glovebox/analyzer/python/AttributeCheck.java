package dev.glovebox.analyzer.python;

import static dev.glovebox.analyzer.findings.Report.quoted;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.source.Span;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Attributes: no special ones, none of the interpreter's insides, no names off a module's list. */
record AttributeCheck(Names names, HostValues host, Set<String> fields, Report report)
    implements Check {

  private static final Set<String> CHANGING =
      Set.of(
          "append",
          "extend",
          "insert",
          "remove",
          "pop",
          "clear",
          "sort",
          "reverse",
          "update",
          "setdefault",
          "popitem",
          "discard",
          "add");

  private static final Set<String> KINDS = Set.of("Attribute", "Call", "MatchClass", "Subscript");

  /**
   * The fields that the data classes of {@code tree} declare: made to be set by whoever has one.
   */
  static Set<String> fields(Tree tree, Names names) {
    Set<String> fields = new HashSet<>();
    for (SyntaxNode definition : tree.all("ClassDef")) {
      if (definition.nodes("decoratorList").stream().anyMatch(node -> isDataclass(node, names))) {
        for (SyntaxNode statement : definition.nodes("body")) {
          if (statement.is("AnnAssign")) {
            statement
                .node("target")
                .filter(target -> target.is("Name"))
                .ifPresent(target -> fields.add(Names.plain(target.text("id"))));
          }
        }
      }
    }
    return fields;
  }

  private static boolean isDataclass(SyntaxNode decorator, Names names) {
    SyntaxNode named = decorator.is("Call") ? decorator.node("func").orElseThrow() : decorator;
    return names.path(named).equals(Optional.of("dataclasses.dataclass"));
  }

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public void visit(Place place) {
    SyntaxNode node = place.node();
    switch (node.kind()) {
      case "Attribute" -> {
        attribute(place, node, node.node("value").orElseThrow(), node.text("attr"), end(node));
        if (!node.text("context").equals("Load")) {
          changed(place, node, node.node("value").orElseThrow());
        }
      }
      case "Call" -> {
        CallCheck.literalAttribute(node)
            .ifPresent(
                name -> attribute(place, node, node.nodes("args").getFirst(), name, node.span()));
        filled(node);
      }
      case "Subscript" -> {
        SyntaxNode value = node.node("value").orElseThrow();
        if (!node.text("context").equals("Load") && host.holds(value)) {
          report.add("PY110", node, "changes an item of what the host handed over");
        }
      }
      case "MatchClass" -> node.words("kwdAttrs").forEach(name -> pattern(node, Names.plain(name)));
      default -> {
        // Names no attribute.
      }
    }
  }

  // The place of the attribute's own name: chains may run over many lines.
  private static Span end(SyntaxNode node) {
    Span span = node.span();
    String name = node.text("attr");
    int start = span.endColumn() - name.codePointCount(0, name.length());
    return start < 1 ? span : new Span(span.endLine(), start, span.endLine(), span.endColumn());
  }

  private void attribute(Place place, SyntaxNode node, SyntaxNode value, String raw, Span where) {
    String name = Names.plain(raw);
    Optional<String> path = names.path(value).map(base -> base + "." + name);
    Optional<String> denied =
        path.flatMap(dotted -> report.rules().ruleFor("denied-paths", dotted));
    if (denied.isPresent()) {
      report.add(denied.get(), where, quoted(path.orElseThrow()) + " is not allowed");
    } else if (Names.isDunder(name)) {
      special(place, node, value, name, where);
    } else if (report.rules().lists("denied-attributes", name)) {
      report.add("PY106", where, quoted(name) + " is an inside of the interpreter");
    } else if (name.startsWith("_")) {
      hidden(value, name, where);
    } else if (name.equals("format")) {
      template(value, where);
    } else {
      member(value, name, where);
      clock(place, node, value, name, where);
    }
  }

  private void special(Place place, SyntaxNode node, SyntaxNode value, String name, Span where) {
    boolean namesAClass =
        name.equals("__class__")
            && place
                .parent("Attribute")
                .filter(outer -> outer.node("value").equals(Optional.of(node)))
                .filter(outer -> Names.plain(outer.text("attr")).equals("__name__"))
                .isPresent();
    boolean ofSuper = report.rules().lists("dunder-methods", name) && isSuper(value);
    boolean ofSelf = name.equals("__setattr__") && setsOwn(place, node, value);
    if (!namesAClass && !ofSuper && !ofSelf && !report.rules().lists("dunder-attributes", name)) {
      report.add("PY105", where, quoted(name) + " is a special attribute");
    }
  }

  // object.__setattr__(self, "name", value): how frozen dataclasses finish their own fields.
  private boolean setsOwn(Place place, SyntaxNode node, SyntaxNode value) {
    return names.path(value).equals(Optional.of(Names.BUILTIN + "object"))
        && place
            .parent("Call")
            .filter(call -> call.node("func").equals(Optional.of(node)))
            .filter(call -> call.nodes("args").size() == 3)
            .filter(call -> names.isSelf(call.nodes("args").getFirst()))
            .flatMap(call -> CallCheck.text(call.nodes("args").get(1)))
            .filter(name -> !Names.isDunder(Names.plain(name)) && !Names.isMangled(name))
            .isPresent();
  }

  private boolean isSuper(SyntaxNode value) {
    return value.is("Call")
        && value.node("func").flatMap(names::path).equals(Optional.of(Names.BUILTIN + "super"));
  }

  private void hidden(SyntaxNode value, String name, Span where) {
    if (Names.isMangled(name) && !ownName(name)) {
      report.add("PY107", where, quoted(name) + " is a private name of another class");
    } else if (isModule(value)) {
      report.add("PY303", where, quoted(name) + " is not on the list of its module");
    } else if (host.holds(value)) {
      report.add("PY107", where, quoted(name) + " is a private attribute");
    } else if (!names.isSelf(value)
        && !names.isOwnClass(value)
        && !isSuper(value)
        && !report.rules().lists("private-allowed", name)) {
      report.add("PY406", where, quoted(name) + " is a private attribute");
    }
  }

  // Private names that merely have two underscores inside, such as _max__min.
  private static boolean ownName(String name) {
    return Character.isLowerCase(name.codePointAt(1));
  }

  private void template(SyntaxNode value, Span where) {
    Optional<String> literal = CallCheck.text(value);
    if (literal.isEmpty()) {
      report.add("PY108", where, "the template of 'format' is not written here");
    } else if (FormatTemplates.walks(literal.get())) {
      report.add("PY108", where, "a field of this template reads attributes or items");
    }
  }

  private void member(SyntaxNode value, String name, Span where) {
    if (!isModule(value)) {
      return;
    }
    String module = names.path(value).orElseThrow();
    Optional<Set<String>> members = report.rules().members(module);
    boolean submodule = report.rules().members(module + "." + name).isPresent();
    if (members.isPresent()
        && !submodule
        && !members.get().contains(name)
        && !members.get().contains("*")) {
      report.add(
          "PY303",
          where,
          quoted(name) + " is not on the list of module " + quoted(module),
          report
              .rules()
              .insteadOf(module + "." + name)
              .orElse(report.rules().rule("PY303").instead()));
    }
  }

  private boolean isModule(SyntaxNode value) {
    return names.path(value).flatMap(report.rules()::members).isPresent();
  }

  // A clock that came by another way: ctx.now is a value, so whoever calls now() asks a clock.
  private void clock(Place place, SyntaxNode node, SyntaxNode value, String name, Span where) {
    boolean called =
        place
            .parent("Call")
            .filter(call -> call.node("func").equals(Optional.of(node)))
            .isPresent();
    boolean asks =
        name.equals("utcnow") || (called && (name.equals("now") || name.equals("today")));
    if (asks && !names.isSelf(value)) {
      report.add(
          "PY202",
          where,
          host.holds(value)
              ? quoted(name) + " is a value, not a call"
              : quoted(name) + " reads the clock");
    }
  }

  private void pattern(SyntaxNode node, String name) {
    if (Names.isDunder(name)
        || name.startsWith("_")
        || report.rules().lists("denied-attributes", name)) {
      report.add("PY109", node, "the pattern reads " + quoted(name));
    }
  }

  private void changed(Place place, SyntaxNode node, SyntaxNode value) {
    SyntaxNode root = Names.root(value);
    boolean ofHost = host.holds(value);
    if (names.isSelf(value) && report.rules().lists("hooks", Names.plain(node.text("attr")))) {
      report.add("PY110", node, "replaces a hook while the strategy runs");
      return;
    }
    if ((names.isSelf(root) && !ofHost) || isDecimalContext(place, value)) {
      return;
    }
    boolean shared =
        names.path(value).isPresent()
            || names.path(root).filter(path -> !value.is("Call")).isPresent()
            || names.isOwnClass(root)
            || ofHost
            || isClassOf(value);
    String name = quoted(Names.plain(node.text("attr")));
    if (shared) {
      report.add("PY110", node, "changes attribute " + name + " of something shared");
    } else if (!fields.contains(Names.plain(node.text("attr")))) {
      report.add("PY405", node, "changes attribute " + name + " of something else than self");
    }
  }

  // ctx.orders.append(x)
  private void filled(SyntaxNode call) {
    SyntaxNode function = call.node("func").orElseThrow();
    if (function.is("Attribute")
        && CHANGING.contains(Names.plain(function.text("attr")))
        && function.node("value").filter(value -> value.is("Attribute")).isPresent()
        && host.holds(function.node("value").orElseThrow())
        && !host.isOne(function.node("value").orElseThrow())) {
      report.add("PY110", function, "changes a collection that the host handed over");
    }
  }

  private boolean isClassOf(SyntaxNode value) {
    return value.is("Call")
        && value.node("func").flatMap(names::path).equals(Optional.of(Names.BUILTIN + "type"));
  }

  /**
   * The customary ways to set the precision of Decimal: {@code getcontext().prec}, and the name
   * that {@code with localcontext()} gives. {@code ResourceCheck} bounds the figure.
   */
  private boolean isDecimalContext(Place place, SyntaxNode value) {
    if (value.is("Call")) {
      return isDecimalCall(value, "decimal.getcontext");
    }
    if (!value.is("Name")) {
      return false;
    }
    for (Optional<Place> outer = place.around(); outer.isPresent(); outer = outer.get().around()) {
      if (outer.get().node().is("With")
          && outer.get().node().nodes("items").stream().anyMatch(item -> isOpened(item, value))) {
        return true;
      }
    }
    return false;
  }

  private boolean isOpened(SyntaxNode item, SyntaxNode name) {
    return item.node("optionalVars").filter(target -> Counters.isSame(target, name)).isPresent()
        && item.node("contextExpr")
            .filter(call -> isDecimalCall(call, "decimal.localcontext"))
            .isPresent();
  }

  private boolean isDecimalCall(SyntaxNode value, String path) {
    return value.is("Call") && value.node("func").flatMap(names::path).equals(Optional.of(path));
  }
}
