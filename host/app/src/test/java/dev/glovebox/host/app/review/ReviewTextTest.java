package dev.glovebox.host.app.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.model.UntrustedText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ReviewTextTest {
  @Test
  void showsWhatASourceSaysOfItselfAndNothingThatATerminalObeys() {
    List<String> lines = Reviewed.lines(new Reviewed("a=\u202e1\u001b[2J\nb\u200b=2\n").bundle());
    assertThat(lines)
        .contains(
            "  strategy S",
            "  parameter a: str = \"\\u{202e}1\\u{1b}[2J\"",
            "  parameter b\\u{200b}: str = \"2\"",
            "  order buy market",
            "  order cancel",
            "  indicator SMA",
            "  warm-up 20",
            "  import glovebox",
            "  hook on_bar",
            "no earlier candidate of this owner under this file name");
    assertThat(String.join("\n", lines)).doesNotContain("\u202e", "\u001b", "\u200b");
  }

  @Test
  void comparesLinesAndManifestsWithBothEarlierCandidates() {
    List<String> lines =
        Reviewed.lines(
            new Reviewed("a=1\nb=2\nsame\n")
                .previous(Reviewed.PREVIOUS, "a=1\nb=3\nsame\n")
                .approved(Reviewed.APPROVED, "a=1\nsame\n")
                .bundle());
    assertThat(lines)
        .containsSequence(
            "compared with the previous candidate teams/alpha/candidates/cand-00000001:",
            "  - parameter b: str = \"3\"",
            "  + parameter b: str = \"2\"",
            "  --- earlier",
            "  +++ this",
            "  @@ -1,3 +1,3 @@",
            "   a=1",
            "  -b=3",
            "  +b=2",
            "   same",
            "compared with the last approved candidate teams/alpha/candidates/cand-00000002:",
            "  + parameter b: str = \"2\"",
            "  --- earlier");
  }

  @Test
  void comparesOnceWithOneThatIsBoth() {
    List<String> lines =
        Reviewed.lines(
            new Reviewed("a=1\n")
                .previous(Reviewed.PREVIOUS, "a=1\r\n")
                .approved(Reviewed.PREVIOUS, "a=1\r\n")
                .bundle());
    assertThat(lines)
        .containsSequence(
            "compared with the previous and last approved candidate"
                + " teams/alpha/candidates/cand-00000001:",
            "  says the same of itself",
            "  the same lines; only their ends differ")
        .filteredOn(line -> line.startsWith("compared"))
        .hasSize(1);
  }

  @Test
  void aLineThatDiffersInWhatNobodySeesIsShown() {
    List<String> lines =
        Reviewed.lines(new Reviewed("x\u200by\n").previous(Reviewed.PREVIOUS, "xy\n").bundle());
    assertThat(lines)
        .containsSequence("  -xy", "  +x\\u{200b}y")
        .contains("  says the same of itself");
  }

  @Test
  void saysWhenAnEarlierSourceCannotBeRead() {
    assertThat(Reviewed.lines(new Reviewed("a=1\n").previous(Reviewed.PREVIOUS, "fail\n").bundle()))
        .contains("  what it said of itself could not be read here", "  -fail");
  }

  @Test
  void comparesTheLongestSourcesThatShareNothingAndNoLonger() {
    int most = Difference.DIFFERENCE_LINES_MAX;
    assertThat(Difference.unified(lines("a", most), lines("b", most)).orElseThrow())
        .hasSize(2 * most + 3);
    assertThat(Difference.unified(lines("a", most + 1), lines("b", 1))).isEmpty();
    assertThat(Difference.unified(lines("a", 1), lines("b", most + 1))).isEmpty();
    assertThat(Difference.unified(new byte[0], lines("b", 1)).orElseThrow())
        .extracting(UntrustedText::raw)
        .contains("+b0");
    assertThat(
            Reviewed.lines(
                new Reviewed(new String(lines("a", most + 1), UTF_8))
                    .previous(Reviewed.PREVIOUS, "b\n")
                    .bundle()))
        .contains("  more than 5000 lines: compare the files of --out");
  }

  private static byte[] lines(String text, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> text + i + "\n")
        .collect(Collectors.joining())
        .getBytes(UTF_8);
  }

  @Test
  void marksTheFindingBelowItsLine() {
    assertThat(Reviewed.lines(new Reviewed("ok\nx = \u200beval(\u202e1)\n").bundle()))
        .containsSequence(
            "1 | ok",
            "2 | x = \\u{200b}eval(\\u{202e}1)",
            "  | " + " ".repeat(12) + "^^^^",
            "  ^ error PY101 in column 6: 'ev\\u{200b}al' (instead: do not)");
  }

  @Test
  void marksNothingFarToTheRight() {
    String far = " ".repeat(AnnotatedSource.MARK_COLUMNS_MAX);
    assertThat(Reviewed.lines(new Reviewed(far + "eval\n").bundle()))
        .contains("  | " + far + "^^^^");
    assertThat(Reviewed.lines(new Reviewed(far + " eval\n").bundle()))
        .noneMatch(line -> line.endsWith("^^^^"))
        .anyMatch(line -> line.contains("error PY101"));
  }

  @Test
  void showsThePreparedFormWithTheLinesThatWereSubmitted() {
    Bundle bundle = new Reviewed("a\u202e\nb\n").bundle();
    assertThat(ReviewText.prepared(bundle, Reviewed.examined(bundle)))
        .containsSequence("1 <- 0 | pass", "2 <- 1 | a\\u{202e}", "3 <- 2 | b");
  }

  @Test
  void saysTheSameForPrograms() {
    Bundle bundle =
        new Reviewed("a=1\n")
            .previous(Reviewed.PREVIOUS, "a=2\n")
            .approved(Reviewed.APPROVED, "fail\n")
            .bundle();
    List<Difference> differences =
        Difference.of(bundle, Reviewed.examined(bundle), Reviewed::analyze);
    assertThat(differences.getFirst().json().text())
        .isEqualTo(
            "{\"candidate\":\"teams/alpha/candidates/cand-00000001\","
                + "\"manifest_added\":[\"parameter a: str = \\\"1\\\"\"],"
                + "\"manifest_removed\":[\"parameter a: str = \\\"2\\\"\"],"
                + "\"roles\":[\"previous\"],"
                + "\"unified\":[\"--- earlier\",\"+++ this\",\"@@ -1,1 +1,1 @@\",\"-a=2\",\"+a=1\"]}");
    assertThat(differences.getLast().json().text()).contains("\"manifest_added\":null");
  }
}
