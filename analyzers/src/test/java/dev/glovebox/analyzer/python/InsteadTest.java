package dev.glovebox.analyzer.python;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.prepare.python.PythonParser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Typical mistakes: the finding says what to write instead. */
@Timeout(120)
final class InsteadTest {
  private static final PythonAnalyzer ANALYZER =
      new PythonAnalyzer(
          new PythonParser(System::nanoTime, Duration.ofSeconds(30)), RuleSet.pythonCore());

  private static final String BEFORE =
      "from glovebox import Strategy\n\n\nclass S(Strategy):\n    def on_bar(self, ctx, bar):\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "ctx.buy(0.5 BTC) | without its unit",
        "print 'hello' | print is a call",
        "if ctx.position = 0: | Compare with ==",
        "if ctx.position == 0 && bar.close > 1: pass | and for &&",
        "self.n++ | x += 1",
        "else if ctx.position: | elif",
        "if (bar.close > 1) { | no braces",
        "if ctx.position == 0 | colon",
        "for b in ctx.history(5) | colon",
        "ctx.buy((1) | Close the bracket",
        "x = 'abc | same quote",
        "if !ctx.position: pass | not x",
      })
  void aSyntaxErrorSaysWhatToWriteInstead(String line, String instead) {
    Finding finding = first(BEFORE + "        " + line + "\n");
    assertThat(finding.rule()).isEqualTo("PY000");
    assertThat(finding.instead()).contains(instead);
  }

  @Test
  void aFenceAndProseAreNamed() {
    assertThat(first("```python\n" + BEFORE + "        pass\n```\n").instead()).contains("fence");
    assertThat(first("Here is the strategy:\n\n" + BEFORE + "        pass\n").instead())
        .contains("prose");
  }

  @Test
  void indentationIsNamed() {
    assertThat(first("class S:\ndef f(self):\n    pass\n").instead()).contains("four spaces");
    assertThat(first("class S:\n    def f(self):\n\tpass\n").instead()).contains("spaces");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "import numpy as np | ctx.closes(n)",
        "import pandas as pd | ctx.history(n)",
        "import talib | SMA, EMA",
        "import time | ctx.now",
        "import random | ctx.random",
        "import os | keyword defaults",
        "import logging | ctx.log",
        "import backtrader | glovebox.Strategy",
        "from glovebox.indicators import WMA | class with update(x)",
        "from glovebox.indicators import BollingerBands | Bollinger(20, 2.0)",
        "from glovebox.indicators import Fold | from glovebox.bars import Fold",
        "from glovebox import RSI | from glovebox.indicators import RSI",
        "from glovebox import SMA | from glovebox.indicators import SMA",
        "from operator import attrgetter | lambda b: b.low",
      })
  void anImportSaysWhatToUseInstead(String line, String instead) {
    assertThat(first(line + "\n" + BEFORE + "        pass\n").instead()).contains(instead);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x = null | Write None.",
        "x = true | Write True.",
        "x = np.mean([1]) | numpy is not here",
        "x = position | ctx.position",
        "x = SMA(10) | from glovebox.indicators import SMA",
        "x = RSI(10) | from glovebox.indicators import RSI",
        "x = open('f') | ctx.log",
        "x = getattr(bar, name) | Name the attribute",
        "x = eval('1') | Write the code itself",
      })
  void aNameSaysWhatToWriteInstead(String line, String instead) {
    assertThat(analysed(BEFORE + "        " + line + "\n"))
        .extracting(Finding::instead)
        .anyMatch(text -> text.contains(instead));
  }

  private static Finding first(String source) {
    return analysed(source).getFirst();
  }

  private static List<Finding> analysed(String source) {
    return ANALYZER.analyze(source.getBytes(UTF_8)).findings();
  }
}
