package dev.glovebox.analyzer.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.Analysis;
import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.rules.Severity;
import dev.glovebox.prepare.form.NormalForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each honest sample is clean; each attack has exactly the findings its comments name. */
@Timeout(60)
final class SamplesTest {
  private static final Pattern EXPECTED = Pattern.compile("# ((?:PY\\d{3} ?)+)$");

  private static final int SAMPLES = 9;

  static Stream<Path> honest() throws IOException {
    return Samples.of("honest", SAMPLES);
  }

  static Stream<Path> attacks() throws IOException {
    return Samples.of("attacks", SAMPLES);
  }

  @ParameterizedTest
  @MethodSource("honest")
  void findsNoErrorInAnHonestStrategy(Path sample) throws IOException {
    byte[] source = Files.readAllBytes(sample);
    Analysis analysis = Samples.ANALYZER.analyze(source);
    assertThat(analysis.findings())
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .isEmpty();
    assertThat(analysis.flagged()).isFalse();
    assertThat(new NormalForm(Samples.PARSER).prepare(source).lineMap()).isNotEmpty();
  }

  static Stream<Path> examples() throws IOException {
    Path folder =
        Path.of(System.getProperty("glovebox.root"), "strategies/examples/src/main/python");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".py")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void findsNothingInAnExample(Path example) throws IOException {
    assertThat(Samples.ANALYZER.analyze(Files.readAllBytes(example)).findings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void findsWhatAnAttackTriesWhereItTries(Path sample) throws IOException {
    Analysis analysis = Samples.ANALYZER.analyze(Files.readAllBytes(sample));
    SortedSet<String> found = new TreeSet<>();
    for (Finding finding : analysis.findings()) {
      found.add("%03d %s".formatted(finding.line(), finding.rule()));
    }
    assertThat(found).isEqualTo(expected(sample));
  }

  private static SortedSet<String> expected(Path sample) throws IOException {
    SortedSet<String> expected = new TreeSet<>();
    List<String> lines = Files.readAllLines(sample);
    for (int i = 0; i < lines.size(); i++) {
      Matcher comment = EXPECTED.matcher(lines.get(i));
      if (comment.find()) {
        for (String rule : comment.group(1).split(" ", -1)) {
          expected.add("%03d %s".formatted(i + 1, rule));
        }
      }
    }
    assertThat(expected).isNotEmpty();
    return expected;
  }
}
