package dev.glovebox.host.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One text with everything that could move a terminal's cursor, hide or reverse what follows, break
 * out of a CSV cell or of JSON, or run as a formula; in every place where a candidate can put text.
 */
@ExtendWith(Bench.Shared.class)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
final class CanaryEndToEndTest {
  private static final String ONE_LINE =
      "\u001b[31m\u0007\u0008\r\u009b\u202e\u2066\u200b\ufeff\"',=cmd()</script>";

  private static final String CANARY = ONE_LINE + "\n=cmd()\u001b]0;owned\u0007";

  private static final int DELETE = 0x7f;

  /** How {@link #ONE_LINE} is shown. */
  private static final String SHOWN =
      "\\u{1b}[31m\\u{7}\\u{8}\\u{d}\\u{9b}\\u{202e}\\u{2066}\\u{200b}\\u{feff}\"',=cmd()</script>";

  private final Bench bench;

  CanaryEndToEndTest(Bench bench) {
    this.bench = bench;
  }

  @Test
  void encodesWhatARunningStrategySays() throws IOException {
    String source =
        """
        from glovebox import Strategy
        CANARY = %s
        class Canary(Strategy):
            def __init__(self, word="none"):
                self.word = word
            def on_bar(self, ctx, bar):
                ctx.log(CANARY)
                ctx.log(self.word)
                print(CANARY)
                ctx.buy(1, tag=CANARY)
                ctx.buy(CANARY)
                if len(ctx.history(10)) == 2:
                    raise type(CANARY, (Exception,), {})(CANARY)
        Canary.__name__ = Canary.__qualname__ = CANARY
        """
            .formatted(pythonText(CANARY));
    Run run = bench.backtest(apple(source).with("word", CANARY));
    run.said().mustEndWith(1);
    assertThat(run.report("code")).isEqualTo("STRATEGY_ERROR");

    mustBeHarmless(run.said());
    assertThat(run.said().err())
        .as("log line by line, then the exception's message")
        .contains("strategy: " + SHOWN.substring(0, 8))
        .contains(SHOWN.substring(SHOWN.indexOf("\\u{9b}")))
        .contains("STRATEGY_ERROR: an exception left the strategy's code: on_bar, line 13: ");
    assertThat(run.said().out()).contains("said             on_bar, line 13: ");
    mustBeHarmlessFiles(run);

    String decision = Bench.text(run.out().resolve("decisions.jsonl"));
    assertThat(decision.lines()).hasSize(1);
    assertThat(text(run.decisions().getFirst(), "intents", "tag"))
        .as("positive control: the canary itself is in the data, and JSON gives it back")
        .isEqualTo(CANARY);
    Json spec = CanonicalJson.parse(Files.readAllBytes(run.out().resolve("runspec.json")));
    assertThat(text(spec, "parameters", "word")).isEqualTo(CANARY);
  }

  @Test
  void encodesTheNameOfAParameterAndOfAClass() throws IOException {
    String source =
        """
        from glovebox import Strategy
        class Canary(Strategy):
            def on_bar(self, ctx, bar):
                pass
        Canary.__name__ = Canary.__qualname__ = %s
        """
            .formatted(pythonText(CANARY));
    Run run = bench.backtest(apple(source).with(CANARY, CANARY));
    run.said().mustEndWith(1);
    mustBeHarmless(run.said());
    mustBeHarmlessFiles(run);
    assertThat(run.report("code")).isEqualTo("PARAMETER_INVALID");
    assertThat(run.said().err())
        .contains("unknown parameter", SHOWN + "\\u{a}=cmd()\\u{1b}]0;owned\\u{7} has none");
    Json spec = CanonicalJson.parse(Files.readAllBytes(run.out().resolve("runspec.json")));
    assertThat(text(spec, "parameters", CANARY)).as("positive control").isEqualTo(CANARY);
  }

  @Test
  void encodesWhatFindingsQuote() throws IOException {
    String source =
        """
        # %1$s
        import os
        from math import nothing
        text = '''%1$s'''
        got = getattr(text, '''__class__%1$s''')
        """
            .formatted(ONE_LINE.replace("\r", ""));
    // A name that a file system takes: no slash; and ASCII, which every locale of the JVM can read.
    String name = "\u001b[31m\u0007\"',\n=cmd()<script>.py";
    Path file = bench.file(name, source);
    assertThat(Files.readAllBytes(file))
        .as("positive control")
        .contains(ONE_LINE.substring(0, 5).getBytes(UTF_8));
    String bars = bench.file("AAPL.csv", GoldenSeries.AAPL.csv()).toString();
    for (String format : List.of("text", "json")) {
      Said said =
          bench.command(
              "backtest",
              file.toString(),
              "--bars",
              bars,
              "--host",
              bench.address(),
              "--format",
              format);
      said.mustEndWith(1);
      mustBeHarmless(said);
      assertThat(said.err()).contains("CANDIDATE_FLAGGED: ");
      assertThat(said.out()).contains("U+202E", "PY302");
      if (format.equals("text")) {
        assertThat(said.out().lines())
            .allMatch(line -> line.startsWith("\\u{1b}[31m\\u{7}\"',\\u{a}=cmd()<script>.py:"))
            .anyMatch(line -> line.contains("__class__\\u{1b}[31m"));
      } else {
        assertThat(CanonicalJson.parse(unescaped(said.out()))).isInstanceOf(Json.Obj.class);
      }
    }
  }

  /** No character of a terminal's output may act; lines end by LF alone. */
  private static void mustBeHarmless(Said said) {
    assertThat(said.all()).isNotEmpty();
    assertThat(said.all().codePoints().filter(CanaryEndToEndTest::acts).boxed().toList())
        .as(said.all())
        .isEmpty();
  }

  private static boolean acts(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\n';
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE ->
          true;
      default -> false;
    };
  }

  /** CSV keeps its shape and holds no such character; JSON is canonical, its controls escaped. */
  private static void mustBeHarmlessFiles(Run run) {
    assertThat(run.report().members()).containsKeys("code", "outcome", "decision_digest");
    for (String name : List.of("fills.csv", "equity.csv")) {
      String csv = Bench.text(run.out().resolve(name));
      mustBeHarmless(new Said(0, csv, ""));
      assertThat(csv.lines().map(line -> line.split(",", -1).length).distinct()).hasSize(1);
      assertThat(csv).doesNotContain("cmd()");
    }
    for (String name : List.of("report.json", "runspec.json", "decisions.jsonl")) {
      String json = Bench.text(run.out().resolve(name));
      assertThat(json.chars().filter(c -> c < ' ' && c != '\n').boxed().toList()).isEmpty();
      assertThat(json.lines())
          .allSatisfy(line -> assertThat(CanonicalJson.parse(line.getBytes(UTF_8))).isNotNull());
    }
  }

  private Spec apple(String source) {
    return Spec.of(bench.submitted(source), GoldenSeries.AAPL, bench.series(GoldenSeries.AAPL));
  }

  /**
   * Returns the member {@code key} of the object, or first object of the array, under {@code at}.
   */
  private static String text(Json json, String at, String key) {
    Json below = member(json, at);
    return Run.text(
        member(below instanceof Json.Arr(List<Json> elements) ? elements.getFirst() : below, key));
  }

  private static Json member(Json json, String name) {
    return json instanceof Json.Obj object
        ? object.members().getOrDefault(name, new Json.Null())
        : new Json.Null();
  }

  /** Canonical JSON has no escapes beyond those it needs; the command line escapes more. */
  private static byte[] unescaped(String json) {
    return Pattern.compile("\\\\(u[0-9a-f]{4}|.)")
        .matcher(json.strip())
        .replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape)))
        .getBytes(UTF_8);
  }

  private static String unescaped(MatchResult escape) {
    String body = escape.group(1);
    int unit = body.length() == 1 ? 0 : Integer.parseInt(body.substring(1), 16);
    return unit < DELETE ? escape.group() : Character.toString(unit);
  }

  private static String pythonText(String raw) {
    StringBuilder text = new StringBuilder("\"");
    raw.chars()
        .forEach(c -> text.append(c >= 'a' && c <= 'z' ? (char) c : String.format("\\u%04x", c)));
    return text.append('"').toString();
  }
}
