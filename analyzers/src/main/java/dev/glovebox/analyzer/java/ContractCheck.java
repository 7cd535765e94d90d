package dev.glovebox.analyzer.java;

import static dev.glovebox.analyzer.findings.Report.quoted;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import dev.glovebox.analyzer.words.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What makes a source a strategy: one public leaf class with one way of taking bars. */
record ContractCheck(Facts facts, Strategies strategies) implements Check {
  private static final Set<String> MAIN_HOOKS = Set.of(Hooks.ON_BAR, Hooks.ON_BARS);

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(CompilationUnit.class);
  }

  @Override
  public void visit(Node unit) {
    List<OwnClass> leaves = strategies.leaves();
    if (leaves.isEmpty()) {
      none();
      return;
    }
    if (leaves.stream().noneMatch(Strategies::isTaken)) {
      OwnClass first = leaves.getFirst();
      add(
          "JV901",
          first,
          quoted(simple(first)) + " is not a public class at the top of the source",
          "Write public final class " + simple(first) + " extends Strategy, within no other.");
    }
    leaves.stream()
        .skip(1)
        .forEach(leaf ->
            facts.add(
                "JV902", name(leaf), quoted(simple(leaf)) + " is one more class below Strategy"));
    leaves.forEach(this::bars);
  }

  private static String simple(OwnClass own) {
    return own.declaration().getNameAsString();
  }

  private static Node name(OwnClass own) {
    return own.declaration().getName();
  }

  private void add(String rule, OwnClass own, String message, String instead) {
    facts.add(rule, name(own), message, instead);
  }

  private void none() {
    Optional<OwnClass> meant =
        facts.names().classes().values().stream()
            .filter(own -> own.methods().keySet().stream().anyMatch(MAIN_HOOKS::contains))
            .findFirst();
    if (meant.isPresent()) {
      boolean derived = strategies.all().contains(meant.get());
      facts.add(
          "JV901",
          name(meant.get()),
          derived
              ? quoted(simple(meant.get())) + " is abstract, and nothing extends it"
              : quoted(simple(meant.get())) + " has hooks and does not extend Strategy");
    } else if (facts.tree().unit().getImports().stream()
        .anyMatch(one -> one.getNameAsString().startsWith("dev.glovebox.strategy"))) {
      facts.add("JV901", facts.tree().unit().getImport(0), "no class extends Strategy");
    }
  }

  private void bars(OwnClass leaf) {
    List<OwnClass> line = strategies.line(leaf);
    boolean byBar = Hooks.find(line, Hooks.ON_BAR, facts.types()).isPresent();
    boolean bySet = Hooks.find(line, Hooks.ON_BARS, facts.types()).isPresent();
    if (byBar && bySet) {
      facts.add("JV903", name(leaf), "both onBar and onBars are defined");
    } else if (!byBar && !bySet) {
      add(
          "JV901",
          leaf,
          quoted(simple(leaf)) + " defines neither onBar nor onBars",
          other(line)
              .map(other -> "Rename " + other + ": public void " + Hooks.form(Hooks.ON_BAR) + ".")
              .orElse(facts.rules().rule("JV901").instead()));
    }
  }

  /** The method that was meant to be {@code onBar}. */
  private Optional<String> other(List<OwnClass> line) {
    return line.stream()
        .flatMap(own -> own.methods().keySet().stream())
        .filter(name -> !Hooks.isCalled(name))
        .filter(name ->
            facts
                    .rules()
                    .paired("did-you-mean", "hook." + name)
                    .filter(MAIN_HOOKS::contains)
                    .isPresent()
                || Spelling.nearest(name, new TreeSet<>(MAIN_HOOKS)).isPresent())
        .findFirst();
  }
}
