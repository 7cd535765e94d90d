package dev.glovebox.analyzer.findings;

import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.rules.Rule;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.analyzer.rules.Severity;
import dev.glovebox.prepare.source.Placed;
import dev.glovebox.prepare.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects findings, each once, in an order and a number that do not depend on how it was done. */
public final class Report {
  /** Most findings of one source; worse ones are kept. */
  public static final int FINDINGS_MAX = 200;

  /** Most code points of a quoted name. */
  private static final int QUOTE_CODE_POINTS_MAX = 60;

  // Far more than are listed, so that the worst are kept, but not without bound.
  private static final int COLLECTED_MAX = 20_000;

  /** Total, so that no order in which nodes were visited shows. */
  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparingInt(Finding::line)
          .thenComparingInt(Finding::column)
          .thenComparing(Finding::rule)
          .thenComparingInt(Finding::endLine)
          .thenComparingInt(Finding::endColumn)
          .thenComparing(Finding::message)
          .thenComparing(Finding::instead);

  private final RuleSet rules;
  private final Set<Finding> findings = new HashSet<>();

  /** Collects answers to {@code rules}. */
  public Report(RuleSet rules) {
    this.rules = rules;
  }

  /** The rules asked. */
  public RuleSet rules() {
    return rules;
  }

  /** Adds a finding at {@code place} with what its rule says to write instead. */
  public void add(String rule, Placed place, String message) {
    add(rule, place.span(), message);
  }

  /** Adds a finding with what its rule says to write instead. */
  public void add(String rule, Span span, String message) {
    add(rule, span, message, rules.rule(rule).instead());
  }

  /** Adds a finding; the second of the same is none. */
  public void add(String rule, Span span, String message, String instead) {
    Rule asked = rules.rule(rule);
    if (findings.size() < COLLECTED_MAX || asked.severity() == Severity.ERROR) {
      findings.add(
          new Finding(
              rule,
              asked.severity(),
              span.line(),
              span.column(),
              span.endLine(),
              span.endColumn(),
              message,
              instead));
    }
  }

  /** The findings by place, at most {@link #FINDINGS_MAX}. */
  public List<Finding> findings() {
    List<Finding> worstFirst = new ArrayList<>(findings);
    worstFirst.sort(Comparator.comparing(Finding::severity).thenComparing(BY_PLACE));
    if (worstFirst.size() <= FINDINGS_MAX) {
      worstFirst.sort(BY_PLACE);
      return List.copyOf(worstFirst);
    }
    List<Finding> kept = new ArrayList<>(worstFirst.subList(0, FINDINGS_MAX - 1));
    kept.sort(BY_PLACE);
    kept.add(more(kept.getLast()));
    return List.copyOf(kept);
  }

  private Finding more(Finding last) {
    Rule more = rules.rule(rules.prefix() + "001");
    return new Finding(
        more.id(),
        more.severity(),
        last.line(),
        last.column(),
        last.endLine(),
        last.endColumn(),
        "more findings than the " + (FINDINGS_MAX - 1) + " listed",
        more.instead());
  }

  /** {@code text} in quotes, cut. Still untrusted. */
  public static String quoted(String text) {
    int codePoints = text.codePointCount(0, text.length());
    return codePoints <= QUOTE_CODE_POINTS_MAX
        ? "'" + text + "'"
        : "'" + text.substring(0, text.offsetByCodePoints(0, QUOTE_CODE_POINTS_MAX)) + "...'";
  }
}
