package dev.glovebox.analyzer.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.glovebox.analyzer.Analysis;
import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.analyzer.rules.Severity;
import dev.glovebox.prepare.python.PythonParser;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class PythonAnalyzerTest {
  private static final String SAMPLE =
      """
      import math as m
      from glovebox import Strategy
      class S(Strategy):
          def on_bar(self, ctx, bar):
              global a
              with x as y: del y.z
              '{0.a}'.format(lambda q=1, *r, **s: q)
              match a:
                  case m.pi | S(x=1): yield
                  case {'k': v, **w}: return
                  case [*t]: raise
              return f'{m.pi!r:>{a}}', [i for i in a if i]
      """;

  private final PythonAnalyzer analyzer =
      new PythonAnalyzer(
          new PythonParser(System::nanoTime, Duration.ofSeconds(30)), RuleSet.pythonCore());

  private Analysis analyze(String source) {
    return analyzer.analyze(source.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void countsColumnsInCodePointsAndEndsAfterTheLast() {
    Finding finding = analyze("'😀'; eval(1)\n").findings().getFirst();
    assertThat(finding.rule()).isEqualTo("PY101");
    assertThat(List.of(finding.line(), finding.column(), finding.endLine(), finding.endColumn()))
        .containsExactly(1, 6, 1, 10);
  }

  @Test
  void placesAnAttributeWhereItsNameStands() {
    Finding finding = analyze("x = (\n  1\n  .__class__\n)\n").findings().getFirst();
    assertThat(List.of(finding.line(), finding.column())).containsExactly(3, 4);
  }

  @Test
  void saysWhatToWriteInsteadOfCommonLibraries() {
    assertThat(analyze("import numpy as np\n").findings().getFirst().instead())
        .contains("glovebox.indicators");
    assertThat(analyze("import pandas as pd\n").findings().getFirst().instead())
        .contains("ctx.history");
    assertThat(analyze("import random\n").findings().getFirst().instead()).contains("ctx.random");
    assertThat(analyze("from time import time\n").findings().getFirst().instead())
        .contains("ctx.now");
  }

  @Test
  void reportsASyntaxErrorAsAFindingThatFlags() {
    Analysis analysis = analyze("x = 1\ndef f(:\n");
    assertThat(analysis.flagged()).isTrue();
    assertThat(analysis.findings()).hasSize(1);
    assertThat(analysis.findings().getFirst().rule()).isEqualTo("PY000");
    assertThat(analysis.findings().getFirst().line()).isEqualTo(2);
  }

  @Test
  void refusesWhatIsNoTextInsteadOfJudgingIt() {
    SourceRefusedException thrown =
        catchThrowableOfType(SourceRefusedException.class, () -> analyze("x = 1\0\n"));
    assertThat(thrown.refusal().code()).isEqualTo(RefusalCode.SOURCE_NUL);
  }

  @Test
  void listsTheWorstFindingsUpToTheLimitAndSaysThatThereAreMore() {
    Analysis atLimit = analyze("eval\n".repeat(Report.FINDINGS_MAX));
    assertThat(atLimit.findings()).hasSize(Report.FINDINGS_MAX);
    assertThat(atLimit.findings()).allMatch(finding -> finding.rule().equals("PY101"));
    String warnings = "2 ** 5000\n".repeat(Report.FINDINGS_MAX + 50);
    Analysis over = analyze(warnings + "eval\n");
    assertThat(over.findings()).hasSize(Report.FINDINGS_MAX);
    assertThat(over.flagged()).isTrue();
    assertThat(over.findings()).anyMatch(finding -> finding.rule().equals("PY001"));
  }

  @Test
  void flagsForErrorsOnly() {
    Analysis analysis = analyze("while True: pass\n10 ** 10 ** 8\n");
    assertThat(analysis.findings()).isNotEmpty();
    assertThat(analysis.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
    assertThat(analysis.flagged()).isFalse();
  }

  @Test
  void judgesAnnotationsThatAreNeverEvaluatedByTheirNamesOnly() {
    assertThat(analyze("def f(x: Missing): pass\n").flagged()).isTrue();
    assertThat(analyze("from __future__ import annotations\ndef f(x: Missing): pass\n").flagged())
        .isFalse();
    assertThat(analyze("from __future__ import annotations\ndef f(x: eval): pass\n").flagged())
        .isTrue();
  }

  @Test
  void followsAliasesThatStandForEachOtherWithoutEnd() {
    StringBuilder source = new StringBuilder("import datetime\n");
    for (int i = 0; i < 2_000; i++) {
      source.append("a = b\nb = a.x\n");
    }
    source.append("a.now()\n");
    assertThat(analyze(source.toString()).findings())
        .anyMatch(finding -> finding.rule().equals("PY202"));
  }

  @Test
  void givesTheSameVerdictOnManyThreadsAsOnOne() throws InterruptedException {
    String source = "x = " + "(".repeat(90) + "eval" + ")".repeat(90) + "\n" + deepElse(800);
    Analysis cold = analyze(source);
    List<Thread> threads = started(4, () -> assertThat(analyze(source)).isEqualTo(cold));
    for (Thread thread : threads) {
      thread.join();
    }
    for (int i = 0; i < 20; i++) {
      assertThat(analyze(source)).isEqualTo(cold);
    }
  }

  private static List<Thread> started(int count, Runnable work) {
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(_ -> Thread.ofPlatform().start(work))
        .toList();
  }

  private static String deepElse(int depth) {
    return "if x: 0\n" + "elif x: 0\n".repeat(depth);
  }

  @Test
  void neverCrashesOnMutatedText() {
    Random random = new Random(7L);
    int flagged = 0;
    for (int round = 0; round < 600; round++) {
      StringBuilder text = new StringBuilder(SAMPLE);
      for (int edit = 0; edit < 1 + random.nextInt(3); edit++) {
        int at = random.nextInt(text.length());
        int to = Math.min(text.length(), at + random.nextInt(8));
        switch (random.nextInt(3)) {
          case 0 -> text.delete(at, to);
          case 1 -> text.insert(at, text.substring(at, to));
          default -> text.setCharAt(at, "()[]{}:;.,=*'\"#@ \n\\ax_".charAt(random.nextInt(22)));
        }
      }
      try {
        flagged += analyze(text.toString()).flagged() ? 1 : 0;
      } catch (SourceRefusedException e) {
        assertThat(e.refusal().code()).isNotEqualTo(RefusalCode.ANALYSIS_FAILED);
      }
    }
    assertThat(flagged).isPositive();
  }
}
