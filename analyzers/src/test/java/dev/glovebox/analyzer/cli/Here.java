package dev.glovebox.analyzer.cli;

import dev.glovebox.analyzer.java.JavaAnalyzer;
import dev.glovebox.analyzer.python.PythonAnalyzer;
import dev.glovebox.analyzer.report.Judgement;
import dev.glovebox.analyzer.rules.Language;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.prepare.python.PythonParser;
import dev.glovebox.prepare.source.SourceRefusedException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;

/** The same analysis, in this process, on a day that stands still. */
record Here(String typed, PythonAnalyzer python, JavaAnalyzer java) implements Surroundings {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  Here(String typed) {
    this(
        typed,
        new PythonAnalyzer(
            new PythonParser(System::nanoTime, Duration.ofSeconds(30)), RuleSet.pythonCore()),
        new JavaAnalyzer(RuleSet.javaCore(), Duration.ofSeconds(30)));
  }

  @Override
  public InputStream standardInput() {
    return new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public LocalDate today() {
    return TODAY;
  }

  @Override
  public boolean hasColors() {
    return false;
  }

  @Override
  public <T> T withAnalyses(Function<Analyses, T> work) {
    return work.apply(this::judge);
  }

  private Judgement judge(Language language, byte[] source) {
    try {
      return new Judgement.Analysed(
          switch (language) {
            case PYTHON -> python.analyze(source);
            case JAVA -> java.analyze(source);
          });
    } catch (SourceRefusedException e) {
      return new Judgement.Unreadable(
          e.refusal().code().name(), e.refusal().message(), e.refusal().line());
    }
  }
}
