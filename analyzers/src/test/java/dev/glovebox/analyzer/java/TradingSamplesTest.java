package dev.glovebox.analyzer.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.analyzer.rules.Severity;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Samples of look-ahead, determinism, dates and money, written before there were rules for them:
 * each hostile one is found by a rule named in advance, each honest one has nothing above a note.
 */
@Timeout(60)
final class TradingSamplesTest {
  private static final int HOSTILE = 29;
  private static final int HONEST = 26;

  private static final JavaAnalyzer ANALYZER =
      new JavaAnalyzer(RuleSet.javaCore(), Duration.ofSeconds(30));

  private static Path folder() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(
                TradingSamplesTest.class.getResource("/dev/glovebox/analyzer/trading"))
            .toURI());
  }

  private static List<Path> samples(String kind, int count) throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder().resolve(kind))) {
      List<Path> found = files.sorted().toList();
      assertThat(found).hasSize(count);
      return found;
    }
  }

  static List<Path> hostile() throws IOException, URISyntaxException {
    return samples("hostile", HOSTILE);
  }

  static List<Path> honest() throws IOException, URISyntaxException {
    return samples("honest", HONEST);
  }

  private static List<Finding> findings(Path sample) throws IOException {
    return ANALYZER.analyze(Files.readAllBytes(sample)).findings();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void findsAHostileSampleByARuleNamedInAdvance(Path sample)
      throws IOException, URISyntaxException {
    Map<String, Set<String>> right =
        Files.readAllLines(folder().resolve("expected.tsv")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t", -1))
            .collect(Collectors.toMap(cells -> cells[0], cells -> Set.of(cells[1].split(",", -1))));
    String name = sample.getFileName().toString().replace(".java", "");
    Set<String> named = right.getOrDefault(name, Set.of());
    assertThat(findings(sample)).anyMatch(finding -> named.contains(finding.rule()));
  }

  @ParameterizedTest
  @MethodSource("honest")
  void findsNothingAboveANoteInAnHonestSample(Path sample) throws IOException {
    assertThat(findings(sample)).allMatch(finding -> finding.severity() == Severity.NOTE);
  }
}
