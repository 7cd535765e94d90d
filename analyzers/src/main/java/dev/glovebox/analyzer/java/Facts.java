package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.analyzer.rules.RuleSet;

/** What checks know of a source, and where they put what they find. */
record Facts(
    Tree tree, Names names, Types types, Constants constants, Methods methods, Report report) {

  static Facts of(JavaParsing.Parsed parsed, Report report) {
    Tree tree = Tree.of(parsed);
    Names names = Names.of(tree, report.rules());
    Types types = new Types(names);
    return new Facts(
        tree, names, types, new Constants(names), Methods.of(tree, names, types), report);
  }

  RuleSet rules() {
    return report.rules();
  }

  /** Adds a finding at {@code node} with what its rule says to write instead. */
  void add(String rule, Node node, String message) {
    report.add(rule, Places.of(node), message);
  }

  /** Adds a finding at {@code node}. */
  void add(String rule, Node node, String message, String instead) {
    report.add(rule, Places.of(node), message, instead);
  }
}
