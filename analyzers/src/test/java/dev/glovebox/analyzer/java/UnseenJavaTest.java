package dev.glovebox.analyzer.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.analyzer.rules.Severity;
import dev.glovebox.prepare.source.SourceRefusedException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
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
 * Samples of Java by another author than that of the rules, written with what should find them
 * before the rules were read. Those of trading are judged by their family, the others by the group
 * of questions, because the numbers of Java in 1xx to 3xx are its own; counted in docs/analyzer.md.
 */
@Timeout(60)
final class UnseenJavaTest {
  private static final int HOSTILE = 45;
  private static final int HONEST = 30;
  private static final int UNSEEN = 40;
  private static final int UNSEEN_HONEST = 16;

  /** Rules by the family that a sample's name begins with; parallel streams are not on the list. */
  private static final Map<String, String> FAMILIES =
      Map.of(
          "look_ahead", "JV60\\d",
          "determinism", "JV65\\d|JV[123]\\d\\d",
          "dates", "JV70\\d",
          "money", "JV80\\d");

  private static final String REFUSED = "REFUSED";

  /** Questions of the language and its surroundings, and what is no text of Java at all. */
  private static final String LANGUAGE = "JV[0123]\\d\\d|" + REFUSED;

  /** Missed, and said so in docs/analyzer.md. */
  private static final Set<String> MISSED =
      Set.of(
          "dates_counter",
          "dates_days_since_start",
          "dates_list_size",
          "determinism_same_dice",
          "look_ahead_highest_of_all",
          "look_ahead_whole_series",
          "resources_endless_for");

  private static final JavaAnalyzer ANALYZER =
      new JavaAnalyzer(RuleSet.javaCore(), Duration.ofSeconds(30));

  private static Path path(String name) throws IOException {
    try {
      return Path.of(
          Objects.requireNonNull(UnseenJavaTest.class.getResource("/dev/glovebox/analyzer/" + name))
              .toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static Stream<String> expected(String folder, int size) throws IOException {
    List<String> lines =
        Files.readAllLines(path(folder + "/expected.tsv")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> folder + "/hostile/" + line)
            .toList();
    assertThat(lines).hasSize(size);
    return lines.stream();
  }

  static Stream<String> hostile() throws IOException {
    return Stream.concat(expected("signals/java", HOSTILE), expected("unseen/java", UNSEEN));
  }

  static Stream<Path> honest() throws IOException {
    List<Path> found;
    try (Stream<Path> trading = Files.list(path("signals/java/honest"));
        Stream<Path> unseen = Files.list(path("unseen/java/honest"))) {
      found =
          Stream.concat(trading, unseen)
              .filter(file -> !file.getFileName().toString().startsWith("contract_"))
              .sorted()
              .toList();
    }
    assertThat(found).hasSize(HONEST + UNSEEN_HONEST);
    return found.stream();
  }

  private static List<String> rules(Path file) throws IOException {
    try {
      return ANALYZER.analyze(Files.readAllBytes(file)).findings().stream()
          .map(Finding::rule)
          .toList();
    } catch (SourceRefusedException e) {
      return List.of(REFUSED);
    }
  }

  private static String wanted(String name, String right) {
    String family =
        FAMILIES.keySet().stream().filter(name::startsWith).findFirst().orElse("unseen");
    if (!family.equals("unseen")) {
      return FAMILIES.getOrDefault(family, "") + "|" + right.replace(',', '|');
    }
    return Arrays.stream(right.split(",", -1))
        .map(rule -> rule.matches("JV[45].*") ? rule.substring(0, 3) + "\\d\\d" : LANGUAGE)
        .distinct()
        .collect(Collectors.joining("|"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void findsAHostileSample(String line) throws IOException {
    String file = line.substring(0, line.indexOf('\t'));
    String name = file.substring(file.lastIndexOf('/') + 1);
    String wanted = wanted(name, line.substring(line.indexOf('\t') + 1));
    List<String> found = rules(path(file + ".java"));
    assertThat(found.stream().anyMatch(rule -> rule.matches(wanted)))
        .as("%s: %s", line, found)
        .isEqualTo(!MISSED.contains(name));
  }

  @ParameterizedTest
  @MethodSource("honest")
  void findsNothingAboveANoteInAnHonestSample(Path sample) throws IOException {
    assertThat(ANALYZER.analyze(Files.readAllBytes(sample)).findings())
        .allMatch(finding -> finding.severity() == Severity.NOTE);
  }
}
