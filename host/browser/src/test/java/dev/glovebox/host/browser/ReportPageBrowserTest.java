package dev.glovebox.host.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.report.page.PageRun;
import dev.glovebox.host.report.page.ReportPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class ReportPageBrowserTest {
  private static final Path PAGES = Path.of("target", "pages");

  /** A name that a payload is put in the place of, so that it stands there without the encoder. */
  private static final String PLACE = "MARKED-NAME.py";

  private static Chromium chromium;
  private static Listener listener;
  private static String payload = "";

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectories(PAGES);
    chromium = Chromium.start();
    listener = new Listener();
    payload =
        "<img src=\"ADDRESS/asked\" onerror=\"window.ran = 'handler'\">"
                .replace("ADDRESS", listener.address())
            + "<script>window.ran = 'script'</script>"
            + "<style>h1 { letter-spacing: 7px }</style>"
            + "<iframe src=\"ADDRESS/framed\"></iframe>".replace("ADDRESS", listener.address());
  }

  @AfterAll
  static void end() {
    if (chromium != null) {
      chromium.close();
      listener.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"390, LIGHT", "390, DARK", "1280, LIGHT", "1280, DARK", "1920, LIGHT", "1920, DARK"})
  void everyPageFitsIsQuietAndCanBeRead(int width, ColorScheme scheme) throws IOException {
    for (Map.Entry<String, PageRun> entry : runs().entrySet()) {
      Path file = write(entry.getKey(), ReportPage.of(entry.getValue().input()));
      try (Chromium.Visit visit = chromium.visit(width, scheme)) {
        visit.open(file);
        String name = entry.getKey() + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        visit.page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
        assertClean(visit, file);
        // Folded parts count as well.
        visit.ask("document.querySelectorAll('details').forEach(part => part.open = true)");
        assertFits(visit);
        assertThat(visit.texts(Checks.LOW_CONTRAST)).as(name + ": contrast").isEmpty();
        assertThat(visit.texts(Checks.UNNAMED)).as(name + ": names").isEmpty();
      }
    }
  }

  @Test
  void textOfACandidateNeitherRunsNorAsks() throws IOException {
    PageRun run =
        new PageRun(60, 10)
            .said(payload, payload, List.of(payload, "\u202Egnol\u2066", "\u0000"))
            .parameter(payload, payload)
            .intents(payload, payload)
            .report("run_id", Json.of(payload))
            .report("code", Json.of(payload))
            .report("isolation_measures", Json.of(List.of(Json.of(payload))));
    Path file = write("attacked", ReportPage.of(run.input()));
    try (Chromium.Visit visit = chromium.visit(1280, ColorScheme.LIGHT)) {
      visit.open(file);
      assertClean(visit, file);
      visit.ask("document.querySelectorAll('details').forEach(part => part.open = true)");
      assertFits(visit);
      assertThat(visit.ask("document.querySelectorAll('script, img, iframe').length")).isEqualTo(0);
      assertThat(visit.ask("document.querySelector('h1').textContent").toString())
          .contains("onerror=");
      assertThat(listener.heard()).noneMatch(line -> line.contains("/asked HTTP"));
    }
  }

  /** Without the encoder the policy alone still holds. */
  @Test
  void thePolicyHoldsWhereTheEncoderIsMissing() throws IOException {
    try (Chromium.Visit visit = chromium.visit(1280, ColorScheme.LIGHT)) {
      visit.open(write("policy-alone", raw(page(), "policy")));
      assertThat(visit.ask("window.ran === undefined")).isEqualTo(true);
      assertThat(visit.ask("getComputedStyle(document.querySelector('h1')).letterSpacing"))
          .isNotEqualTo("7px");
      assertThat(listener.heard()).noneMatch(line -> line.contains("?policy"));
      assertThat(visit.texts("window.stopped")).isNotEmpty();
    }
  }

  /** Positive control: the payload does its work where neither encoder nor policy is there. */
  @Test
  void thePayloadWorksWithoutEncoderAndPolicy() throws IOException {
    String bare = raw(page(), "bare").replaceFirst("<meta http-equiv=[^>]*>", "");
    try (Chromium.Visit visit = chromium.visit(1280, ColorScheme.LIGHT)) {
      visit.open(write("bare", bare));
      assertThat(visit.ask("window.ran !== undefined")).isEqualTo(true);
      assertThat(visit.ask("getComputedStyle(document.querySelector('h1')).letterSpacing"))
          .isEqualTo("7px");
      assertThat(listener.heard()).anyMatch(line -> line.contains("/asked?bare"));
    }
  }

  private static Map<String, PageRun> runs() {
    return Map.of(
        "ordinary",
        new PageRun(504, 12).said("swing.py", "", List.of("a line", "another")),
        "one-bar",
        new PageRun(1, 0),
        "long",
        new PageRun(20_000, 5),
        "failed",
        new PageRun(40, 7)
            .report("bars", Json.of(252))
            .report("outcome", Json.of("FAILED"))
            .report("code", Json.of("STRATEGY_ERROR"))
            .report("observed_by", Json.of("WORKER"))
            .report("indicative", Json.of(true))
            .said(
                "a-name-that-is-so-long-that-it-must-break-somewhere-".repeat(3) + ".py",
                "on_bar, line 12: ZeroDivisionError: division by zero",
                List.of("x".repeat(300))));
  }

  private static byte[] page() {
    return ReportPage.of(new PageRun(60, 10).said(PLACE, "", List.of()).input());
  }

  private static String raw(byte[] page, String mark) {
    String text = new String(page, StandardCharsets.UTF_8);
    assertThat(text).contains(">" + PLACE + "<");
    return text.replace(">" + PLACE + "<", ">" + payload.replace("/asked", "/asked?" + mark) + "<");
  }

  private static Path write(String name, String page) throws IOException {
    return write(name, page.getBytes(StandardCharsets.UTF_8));
  }

  private static Path write(String name, byte[] page) throws IOException {
    return Files.write(PAGES.resolve(name + ".html"), page).toAbsolutePath();
  }

  private static void assertClean(Chromium.Visit visit, Path file) {
    assertThat(visit.complaints).isEmpty();
    assertThat(visit.texts("window.stopped")).isEmpty();
    assertThat(visit.requests).containsExactly(file.toUri().toString());
    assertThat(visit.ask("window.ran === undefined")).isEqualTo(true);
  }

  private static void assertFits(Chromium.Visit visit) {
    assertThat(visit.texts(Checks.TOO_WIDE)).isEmpty();
    assertThat(visit.ask("document.documentElement.scrollWidth <= window.innerWidth"))
        .isEqualTo(true);
  }
}
