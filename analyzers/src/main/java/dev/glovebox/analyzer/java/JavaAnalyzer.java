package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import dev.glovebox.analyzer.Analysis;
import dev.glovebox.analyzer.StrategyManifest;
import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.prepare.java.JavaText;
import dev.glovebox.prepare.source.DeepStack;
import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import dev.glovebox.prepare.source.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks every rule of every node of a Java source.
 *
 * <p>Bytes pass the scan of preparation before the parser sees one. Parsing and asking run on a
 * stack that is larger than what passes can use, so the verdict depends on the text and the rules
 * alone. Thread-safe.
 */
public final class JavaAnalyzer {
  private final RuleSet rules;
  private final Duration limit;

  /**
   * Analyses with {@code rules}.
   *
   * @param limit how long one source may take
   */
  public JavaAnalyzer(RuleSet rules, Duration limit) {
    this.rules = rules;
    this.limit = limit;
  }

  /** The rules asked. */
  public RuleSet rules() {
    return rules;
  }

  /**
   * Analyses submitted bytes. A syntax error is a finding.
   *
   * @throws SourceRefusedException if the bytes are not text within the caps: nothing is known
   */
  public Analysis analyze(byte[] submitted) {
    String text = JavaText.checked(submitted);
    return DeepStack.call(() -> analyzed(text), limit);
  }

  private Analysis analyzed(String text) {
    Report report = new Report(rules);
    StrategyManifest manifest = StrategyManifest.EMPTY;
    try {
      Facts facts = Facts.of(JavaParsing.parse(text), report);
      ask(facts);
      manifest = JavaManifestReading.of(facts);
    } catch (SourceRefusedException e) {
      if (e.refusal().code() != RefusalCode.JV000) {
        throw e;
      }
      Refusal refusal = e.refusal();
      int line = Math.max(1, refusal.line());
      int column = Math.max(1, refusal.column());
      report.add("JV000", new Span(line, column, line, column + 1), refusal.message());
    }
    return new Analysis(report.findings(), manifest);
  }

  private static void ask(Facts facts) {
    Map<Class<? extends Node>, List<Check>> looking = new HashMap<>();
    List<Check> checks = new ArrayList<>(LanguageChecks.of(facts));
    checks.addAll(TradingChecks.of(facts));
    for (Check check : checks) {
      for (Class<? extends Node> kind : check.kinds()) {
        looking.computeIfAbsent(kind, _ -> new ArrayList<>()).add(check);
      }
    }
    for (Node node : facts.tree().nodes()) {
      for (Check check : looking.getOrDefault(node.getClass(), List.of())) {
        check.visit(node);
      }
    }
  }
}
