package dev.glovebox.analyzer.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.rules.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Samples of look-ahead, dates, determinism, money and contract, written before there were rules
 * for them: each hostile one is found by a rule of its family, each honest one has nothing above a
 * note.
 */
@Timeout(60)
final class SignalsTest {
  private static final int SAMPLES = 30;
  private static final int OLDER = 9;

  /** Rules by the family that a sample's name begins with. */
  private static final Map<String, String> FAMILIES =
      Map.of(
          "look_ahead", "PY60\\d",
          "determinism", "PY65\\d|PY203",
          "dates", "PY70\\d",
          "money", "PY80\\d",
          "contract", "PY90\\d");

  /** Honest samples that do what a rule asks for; docs/analyzer.md says why they are shown. */
  private static final Map<String, String> ARGUED =
      Map.of(
          "times.py", "PY701",
          "nested_functions.py", "PY702");

  static Stream<Path> hostile() throws IOException {
    return Samples.of("signals/hostile", SAMPLES);
  }

  static Stream<Path> honest() throws IOException {
    return Samples.of("signals/honest", SAMPLES);
  }

  static Stream<Path> later() throws IOException {
    return Samples.of("signals/later", SAMPLES);
  }

  static Stream<Path> older() throws IOException {
    return Samples.of("honest", OLDER);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void findsAHostileSampleByItsFamily(Path sample) throws IOException {
    String name = sample.getFileName().toString();
    String family = FAMILIES.keySet().stream().filter(name::startsWith).findFirst().orElseThrow();
    assertThat(Samples.findings(sample))
        .anyMatch(finding -> finding.rule().matches(FAMILIES.getOrDefault(family, "")));
  }

  @ParameterizedTest
  @MethodSource("honest")
  void findsNothingAboveANoteInAnHonestSample(Path sample) throws IOException {
    assertThat(Samples.findings(sample)).allMatch(finding -> finding.severity() == Severity.NOTE);
  }

  @ParameterizedTest
  @MethodSource("later")
  void findsNothingAboveANoteInWhatWasWrittenAgainstTheRules(Path sample) throws IOException {
    assertThat(Samples.findings(sample)).allMatch(finding -> finding.severity() == Severity.NOTE);
  }

  @ParameterizedTest
  @MethodSource("older")
  void findsNothingAboveANoteInOtherHonestSamplesButWhatIsArgued(Path sample) throws IOException {
    String argued = ARGUED.getOrDefault(sample.getFileName().toString(), "none");
    assertThat(Samples.findings(sample))
        .allMatch(finding -> finding.severity() == Severity.NOTE || finding.rule().equals(argued));
  }
}
