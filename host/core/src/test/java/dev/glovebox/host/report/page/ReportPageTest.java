package dev.glovebox.host.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.model.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class ReportPageTest {
  /** Elements and attributes of ours; whatever a candidate wrote must never become another. */
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z]+)([^<>]*)>");

  private static final List<String> ATTACKS =
      List.of(
          "<script>fetch('https://x.example')</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onload='alert(1)",
          "</style><script>alert(1)</script>",
          "--></title><svg onload=alert(1)>",
          "javascript:alert(1)",
          "&lt;script&gt;",
          "a\u202Eexe.yp\u2066",
          "nul\u0000and\u0007bell",
          "`${alert(1)}`",
          "\uD83D\uDE00 <b>");

  @Test
  void theSameInputGivesTheSameBytes() {
    assertThat(page(new PageRun(300, 10))).isEqualTo(page(new PageRun(300, 10)));
  }

  static Stream<PageRun> unusualRuns() {
    return Stream.of(
        new PageRun(0, 0),
        new PageRun(1, 0),
        new PageRun(2, 0),
        new PageRun(300, 0),
        new PageRun(300, 1),
        new PageRun(300, 10).withoutBars(),
        new PageRun(300, 10).report("metrics", new Json.Null()).report("orders", new Json.Null()),
        new PageRun(0, 0)
            .report("outcome", Json.of("INTERRUPTED"))
            .report("code", Json.of("RUN_INTERRUPTED"))
            .report("bars_completed", new Json.Null())
            .report("decision_digest", new Json.Null())
            .report("metrics", new Json.Null()));
  }

  @ParameterizedTest
  @MethodSource("unusualRuns")
  void everyRunHasAPage(PageRun run) {
    assertThat(page(run))
        .startsWith("<!doctype html>")
        .endsWith("</html>\n")
        .doesNotContain("NaN", "Infinity", "null");
  }

  @Test
  void aRunWithoutAFillSaysSo() {
    assertThat(page(new PageRun(300, 0)))
        .contains("The strategy never held a position.", "There was no fill.");
  }

  @Test
  void theHeadlineHasTheFourFigures() {
    String page = page(new PageRun(300, 10));
    assertThat(page.indexOf(">Return<")).isPositive();
    assertThat(page)
        .contains(">Worst drawdown<", ">Round trips<", ">Final equity<", "buy and hold ")
        .containsPattern("The strategy returned [0-9.]+ percentage points (more|less) than buying");
  }

  @Test
  void aFaultStandsInPlainView() {
    String page =
        page(
            new PageRun(40, 10)
                .report("bars", Json.of(252))
                .report("outcome", Json.of("FAILED"))
                .report("code", Json.of("STRATEGY_ERROR"))
                .report("observed_by", Json.of("WORKER"))
                .said("sma.py", "on_bar, line 12: ZeroDivisionError: division by zero", List.of()));
    assertThat(page)
        .contains(
            ">FAILED<",
            ">STRATEGY_ERROR<",
            "an exception left the strategy&#39;s code",
            "observed by the worker",
            "line 12: ZeroDivisionError",
            "Not the whole run.",
            "40 of 252\u00a0bars".replace('\u00a0', ' '));
  }

  @Test
  void anIndicativeRunIsStamped() {
    assertThat(page(new PageRun(40, 10).report("indicative", Json.of(true))))
        .contains(">INDICATIVE.<", "it proves nothing");
    assertThat(page(new PageRun(40, 10))).doesNotContain("INDICATIVE");
  }

  @Test
  void denialsAreCountedByCode() {
    assertThat(page(new PageRun(300, 10)))
        .containsSubsequence(
            "Orders and denials", ">BUYING_POWER<", "not enough available cash", ">9999900<");
  }

  @Test
  void hashesAndPlacesInTheLogAreThere() {
    assertThat(page(new PageRun(40, 10)))
        .containsSubsequence(
            "sha256sum runspec.json",
            "d1:",
            "sha256sum decisions.jsonl",
            "id=\"manifest\"",
            "sequence 3",
            "id=\"result\"",
            "sequence 12\u202f345",
            "./glovebox verify OUT/audit --trust OUT/trust.json");
  }

  @Test
  void honestyChecksAreShownWhenThereAreSome() {
    Json.Obj check =
        Json.of(
            Map.of(
                "checks",
                Json.of(
                    List.of(
                        Json.of(
                            Map.of(
                                "name", Json.of("truncation"),
                                "verdict", Json.of("FAILED"),
                                "summary", Json.of("differs at bar 17"))))),
                "coverage",
                Json.of(Map.of("intents", Json.of(14)))));
    assertThat(page(new PageRun(40, 10).check(check)))
        .contains(">truncation<", ">FAILED<", "differs at bar 17", "intents: 14");
    assertThat(page(new PageRun(40, 10))).contains("Not run for this report.");
  }

  @Test
  void whatIsLeftOutIsSaid() {
    assertThat(page(new PageRun(Decisions.ROWS_MAX, 10))).contains("All are here.");
    String page = page(new PageRun(Decisions.ROWS_MAX + 1, 10));
    assertThat(page).doesNotContain("All are here.");
    assertThat(page).contains("quiet bars and 0 others. The whole is decisions.jsonl.");
    String busy = page(new PageRun(5_000, 1));
    assertThat(busy)
        .contains("fills are marked, evenly chosen. fills.csv has all.")
        .contains("The first " + Trades.TRIPS_MAX + " of 2\u202f499 are listed");
    assertThat(busy.split("<use ", -1).length).isLessThanOrEqualTo(Trades.MARKS_MAX + 10);
  }

  @Test
  void textOfACandidateNeverBecomesMarkup() {
    for (String attack : ATTACKS) {
      String page =
          page(
              new PageRun(60, 10)
                  .said(attack, attack, List.of(attack, "line"))
                  .parameter(attack, attack)
                  .intents(attack, attack)
                  .report("run_id", Json.of(attack))
                  .report("code", Json.of(attack))
                  .report("outcome", Json.of(attack))
                  .report("isolation_measures", Json.of(List.of(Json.of(attack)))));
      assertThat(page).doesNotContain("\u202E", "\u2066", "\u0000", "\u0007");
      Matcher tags = TAG.matcher(page);
      while (tags.find()) {
        assertThat(tags.group(2))
            .isNotIn("script", "img", "b", "iframe", "object", "link", "form", "base");
        assertThat(tags.group(3)).doesNotContainPattern("\\son[a-z]+\\s*=[^\"]*$");
      }
      // Not a single angle bracket stands but in a tag of ours.
      String rest = TAG.matcher(page).replaceAll("").replace("<!doctype html>", "");
      assertThat(rest.replaceFirst("(?s):root \\{.*?@media print.*?\\}\n\\}\n", ""))
          .doesNotContain("<");
    }
  }

  @Test
  void longTextIsCutAndSaidToBe() {
    String page =
        page(
            new PageRun(40, 10)
                .said("a".repeat(100_000), "b".repeat(100_000), List.of("c".repeat(4_096))));
    assertThat(page)
        .doesNotContain("a".repeat(Markup.TEXT_CHARACTERS_MAX + 1))
        .contains("b".repeat(Markup.TEXT_CHARACTERS_MAX) + "</bdi> (cut)")
        .doesNotContain("c".repeat(Markup.TEXT_CHARACTERS_MAX + 1));
  }

  @Test
  void itAsksForNothingAndRunsNothing() {
    String page = page(new PageRun(300, 10));
    assertThat(page)
        .contains("default-src &#39;none&#39;; script-src &#39;none&#39;; style-src &#39;sha256-")
        .doesNotContain("<script", "http://", "https://", "url(", "@import", " style=\"", "src=");
  }

  @Test
  void aLongRunGivesAPageOfBoundedSize() {
    assertThat(ReportPage.of(new PageRun(50_000, 3).input()).length).isLessThan(1024 * 1024);
  }

  @Test
  void longWordsOfACandidateKeepThePageBounded() {
    String word = "<&\"'".repeat(100);
    PageRun run =
        new PageRun(2_000, 1)
            .intents(word, word)
            .parameter(word, word)
            .said(word, word, java.util.Collections.nCopies(200, word));
    assertThat(ReportPage.of(run.input()).length).isLessThan(ReportPage.PAGE_BYTES_MAX);
  }

  private static String page(PageRun run) {
    return new String(ReportPage.of(run.input()), StandardCharsets.UTF_8);
  }
}
