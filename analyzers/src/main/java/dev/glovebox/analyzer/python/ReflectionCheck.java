package dev.glovebox.analyzer.python;

import static dev.glovebox.analyzer.findings.Report.quoted;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ways to classes and attributes that name them by text, by position or by a function's hands. */
record ReflectionCheck(Names names, Constants constants, Report report) implements Check {
  private static final Set<String> ENUMS =
      Set.of("enum.Enum", "enum.IntEnum", "enum.StrEnum", "enum.Flag", "enum.IntFlag");

  private static final Set<String> TYPE_TESTS =
      Set.of("builtins.isinstance", "builtins.issubclass");

  private static final Set<String> CLOCKS = Set.of("now", "today", "utcnow");

  private static final Set<String> OF_ERRORS = Set.of("path", "obj", "filename", "filename2");

  private static final Set<String> KINDS =
      Set.of("Name", "Assign", "AnnAssign", "MatchClass", "Keyword", "Call", "Attribute");

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public void visit(Place place) {
    SyntaxNode node = place.node();
    switch (node.kind()) {
      case "Name" -> typeAsValue(place, node);
      case "Assign" -> matchArgs(node, node.nodes("targets"));
      case "AnnAssign" -> matchArgs(node, node.node("target").stream().toList());
      case "MatchClass" -> pattern(node);
      case "Keyword" -> keyword(place, node);
      case "Call" -> call(node);
      case "Attribute" -> attribute(place, node);
      default -> {
        // Reaches no class.
      }
    }
  }

  // type(x) asks; handed to map or partial it makes classes that nobody wrote.
  private void typeAsValue(Place place, SyntaxNode node) {
    if (!node.text("context").equals("Load")
        || !Names.plain(node.text("id")).equals("type")
        || !names.path(node).equals(Optional.of("builtins.type"))
        || place.around().isEmpty()) {
      return;
    }
    SyntaxNode parent = place.around().get().node();
    boolean plain =
        switch (parent.kind()) {
          case "Call" ->
              parent.node("func").equals(Optional.of(node))
                  || parent
                      .node("func")
                      .flatMap(names::path)
                      .filter(TYPE_TESTS::contains)
                      .isPresent();
          case "Subscript" -> parent.node("value").equals(Optional.of(node));
          case "Attribute", "Compare", "ClassDef", "Arg", "AnnAssign", "FunctionDef", "BinOp" ->
              true;
          case "Tuple" -> isTested(place.around().get());
          default -> false;
        };
    if (!plain && !inSubscriptOfAnnotation(place)) {
      report.add("PY113", node, "'type' is handed on, which makes classes without a statement");
    }
  }

  private boolean isTested(Place tuple) {
    return tuple
        .parent("Call")
        .flatMap(call -> call.node("func"))
        .flatMap(names::path)
        .filter(TYPE_TESTS::contains)
        .isPresent();
  }

  // dict[str, type]
  private static boolean inSubscriptOfAnnotation(Place place) {
    return place.nearest("Subscript").isPresent()
        && place
            .nearest("Arg", "AnnAssign", "FunctionDef")
            .filter(a -> !a.is("FunctionDef"))
            .isPresent();
  }

  /** {@code __match_args__} says which attributes a class pattern reads by position. */
  private void matchArgs(SyntaxNode node, List<SyntaxNode> targets) {
    for (SyntaxNode target : targets) {
      boolean named = target.is("Name") && Names.plain(target.text("id")).equals("__match_args__");
      if (named) {
        Optional<Value> value = node.node("value").flatMap(constants::value);
        boolean harmless =
            value.flatMap(ConstantTexts::items).stream()
                .flatMap(List::stream)
                .allMatch(item -> item instanceof Value.Text text && isPublic(text.text()));
        if (value.isEmpty() || !harmless) {
          report.add("PY109", node, "positions of a pattern read what is not named here");
        }
      }
    }
  }

  private boolean isPublic(String name) {
    return !name.startsWith("_")
        && !name.equals("format")
        && !report.rules().lists("denied-attributes", name);
  }

  private void pattern(SyntaxNode node) {
    Optional<String> path = node.node("cls").flatMap(names::path);
    for (String raw : node.words("kwdAttrs")) {
      String name = Names.plain(raw);
      Optional<String> denied =
          path.flatMap(cls -> report.rules().ruleFor("denied-paths", cls + "." + name));
      boolean clock = CLOCKS.contains(name) && !path.equals(Optional.of("glovebox.Context"));
      if (denied.isPresent() || clock) {
        report.add(denied.orElse("PY202"), node, "the pattern takes " + quoted(name) + ", a clock");
      } else if (name.equals("format")) {
        report.add("PY109", node, "the pattern takes 'format', whose templates walk attributes");
      } else if (report.rules().lists("interop-attributes", name)) {
        report.add("PY123", node, quoted(name) + " is a member of the engine's own language");
      }
    }
  }

  private void keyword(Place place, SyntaxNode node) {
    String name = Names.plain(node.text("arg"));
    if (Names.isDunder(name) && place.parent("Call").isPresent()) {
      report.add("PY119", node, "hands over a value by the special name " + quoted(name));
    }
  }

  private void call(SyntaxNode node) {
    Optional<String> path = node.node("func").flatMap(names::path);
    if (path.isEmpty()) {
      return;
    }
    List<SyntaxNode> arguments = node.nodes("args");
    if (path.get().equals("functools.wraps")
        && (arguments.size() != 1
            || arguments.getFirst().is("Starred")
            || !node.nodes("keywords").isEmpty())) {
      report.add("PY102", node, "'wraps' copies attributes whose names are texts");
    } else if (ENUMS.contains(path.get())
        && (arguments.size() > 1 || !node.nodes("keywords").isEmpty())) {
      report.add("PY113", node, "makes an enumeration without a class statement");
    } else if (path.get().equals("collections.namedtuple")
        && node.nodes("keywords").stream()
            .anyMatch(keyword -> keyword.text("arg").equals("module"))) {
      report.add("PY113", node, "names a module for a class that is made");
    } else if (path.get().equals("functools.partial")
        && !node.nodes("keywords").isEmpty()
        && arguments.stream()
            .findFirst()
            .flatMap(names::path)
            .equals(Optional.of("builtins.print"))) {
      report.add("PY201", node, "print, prepared to write elsewhere");
    } else if (path.get().startsWith(Names.OWN) && path.get().endsWith(".register")) {
      report.add("PY113", node, "makes other classes look like this one");
    }
  }

  private void attribute(Place place, SyntaxNode node) {
    String name = Names.plain(node.text("attr"));
    SyntaxNode value = node.node("value").orElseThrow();
    if (report.rules().lists("interop-attributes", name)) {
      report.add("PY123", node, quoted(name) + " is a member of the engine's own language");
    } else if (CLOCKS.contains(name) && value.is("Call")) {
      report.add("PY202", node, quoted(name) + " of a class that is worked out is a clock");
    } else if (OF_ERRORS.contains(name) && isError(place, value)) {
      report.add("PY106", node, quoted(name) + " of an error reaches what failed");
    }
  }

  private static boolean isError(Place place, SyntaxNode value) {
    if (!value.is("Name")) {
      return false;
    }
    Optional<SyntaxNode> handler = place.nearest("ExceptHandler");
    return handler.filter(around -> around.text("name").equals(value.text("id"))).isPresent();
  }
}
