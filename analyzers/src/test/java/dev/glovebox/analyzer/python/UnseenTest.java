package dev.glovebox.analyzer.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.rules.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs written from the list of rules and the attacks of the design alone: hostile ones with
 * the rules that would be right, and honest ones of unusual style. Counted in docs/analyzer.md.
 */
@Timeout(60)
final class UnseenTest {
  private static final int HOSTILE = 79;
  private static final int HONEST = 42;

  /** Missed, and said so in docs/analyzer.md. */
  private static final Set<String> MISSED =
      Set.of("determinism_text_of_object", "look_ahead_normalised_by_all", "review_never_runs");

  static Stream<String> hostile() throws IOException {
    List<String> lines =
        Files.readAllLines(Samples.path("unseen/expected.tsv")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertThat(lines).hasSize(HOSTILE);
    return lines.stream();
  }

  static Stream<Path> honest() throws IOException {
    return Samples.of("unseen/honest", HONEST);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void findsAHostileProgramByARuleThatWasNamedBefore(String line) throws IOException {
    String name = line.substring(0, line.indexOf('\t'));
    Set<String> right = Set.of(line.substring(line.indexOf('\t') + 1).split(",", -1));
    List<Finding> findings = Samples.findings(Samples.path("unseen/hostile/" + name + ".py"));
    assertThat(findings.stream().anyMatch(finding -> right.contains(finding.rule())))
        .as("%s: %s", line, findings)
        .isEqualTo(!MISSED.contains(name));
  }

  @ParameterizedTest
  @MethodSource("honest")
  void findsNothingAboveANoteInAnUnusualButHonestProgram(Path sample) throws IOException {
    assertThat(Samples.findings(sample)).allMatch(finding -> finding.severity() == Severity.NOTE);
  }
}
