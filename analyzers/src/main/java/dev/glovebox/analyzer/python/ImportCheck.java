package dev.glovebox.analyzer.python;

import static dev.glovebox.analyzer.findings.Report.quoted;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.Optional;
import java.util.Set;

/** Imports: modules and their names by list; a module is never a value. */
record ImportCheck(Names names, Report report) implements Check {

  private static final Set<String> KINDS = Set.of("Import", "ImportFrom", "Name", "Attribute");

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public void visit(Place place) {
    SyntaxNode node = place.node();
    switch (node.kind()) {
      case "Import" -> {
        for (SyntaxNode alias : node.nodes("names")) {
          module(alias, Names.plain(alias.text("name")));
        }
      }
      case "ImportFrom" -> from(node);
      case "Name" -> {
        if (node.text("context").equals("Load")) {
          value(place, node);
        }
      }
      case "Attribute" -> value(place, node);
      default -> {
        // Imports nothing.
      }
    }
  }

  private boolean module(SyntaxNode where, String module) {
    if (report.rules().members(module).isPresent()) {
      return true;
    }
    String root = module.contains(".") ? module.substring(0, module.indexOf('.')) : module;
    String rule =
        report.rules().lists("interop", root)
            ? "PY306"
            : report.rules().lists("outside", root) ? "PY302" : "PY301";
    String instead =
        report
            .rules()
            .insteadOf(module)
            .or(() -> report.rules().insteadOf(root))
            .orElse(report.rules().rule(rule).instead());
    report.add(rule, where.span(), "module " + quoted(module) + " is not allowed", instead);
    return false;
  }

  private void from(SyntaxNode node) {
    if (!node.text("level").equals("0") && !node.text("level").isEmpty()) {
      report.add("PY305", node, "a relative import");
      return;
    }
    String module = Names.plain(node.text("module"));
    if (!module(node, module)) {
      return;
    }
    Set<String> members = report.rules().members(module).orElseThrow();
    for (SyntaxNode alias : node.nodes("names")) {
      String name = Names.plain(alias.text("name"));
      if (name.equals("*")) {
        report.add("PY304", alias, "imports everything of " + quoted(module));
      } else if (name.startsWith("_") || !(members.contains(name) || members.contains("*"))) {
        report.add(
            "PY303",
            alias.span(),
            quoted(name) + " is not on the list of module " + quoted(module),
            report
                .rules()
                .insteadOf(module + "." + name)
                .orElse(report.rules().rule("PY303").instead()));
      }
    }
  }

  private void value(Place place, SyntaxNode node) {
    Optional<String> path = names.path(node);
    boolean isModule = path.flatMap(report.rules()::members).isPresent();
    boolean base =
        place
            .parent("Attribute")
            .filter(outer -> outer.node("value").equals(Optional.of(node)))
            .isPresent();
    if (isModule && !base) {
      report.add("PY114", node, "module " + quoted(path.orElseThrow()) + " used as a value");
    }
  }
}
