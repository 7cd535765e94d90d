package dev.glovebox.host.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.proto.api.v1.Candidate;
import dev.glovebox.proto.api.v1.Finding;
import dev.glovebox.proto.api.v1.FindingSeverity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing that others wrote can move a cursor, hide a line or break a document. */
final class ConsoleTest {
  /**
   * Colour, a bell, a carriage return, a right-to-left override, a zero-width space, a line end.
   */
  private static final String CANARY = "\u001b[31mX\u0007\r\u202e\u200b\n\u0085\u2028";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Console console = new Console(new PrintWriter(out), new PrintWriter(err));

  @Test
  void printsNoControlOrFormatCharacter() {
    console.line(CANARY);
    console.note(CANARY);
    console.note("strategy:", new UntrustedText(CANARY));
    console.json(Json.of(Map.of("text", new UntrustedText(CANARY).forJson())));
    for (String printed : new String[] {out.toString(), err.toString()}) {
      assertThat(printed.chars().filter(c -> c != '\n' && (c < ' ' || c > '~'))).isEmpty();
    }
    assertThat(err.toString().lines()).hasSize(2);
    assertThat(out.toString().lines()).hasSize(2);
  }

  @Test
  void keepsTheValueOfJson() {
    Json value = Json.of(Map.of("text", Json.of(CANARY + "\ud83d\ude00é\\")));
    String ascii = Console.ascii(value);
    assertThat(ascii.chars().filter(c -> c < ' ' || c > '~')).isEmpty();
    assertThat(ascii).contains("\\u001b").contains("\\ud83d\\ude00").contains("\\u202e");
    assertThat(CanonicalJson.parse(value.text().getBytes(StandardCharsets.UTF_8))).isEqualTo(value);
  }

  @Test
  void encodesOnceEvenWhenAskedTwice() {
    String once = Console.plain(CANARY);
    assertThat(Console.plain(once)).isEqualTo(once).contains("\\u{1b}[31mX");
  }

  @Test
  void encodesWhatAFindingQuotes() {
    Candidate candidate = Candidate.newBuilder().setFileName("a\u001b.py").build();
    Finding finding =
        Finding.newBuilder()
            .setRule("PY201")
            .setSeverity(FindingSeverity.FINDING_SEVERITY_ERROR)
            .setLine(3)
            .setColumn(5)
            .setMessage("name " + CANARY)
            .setInstead("\u202e")
            .build();
    assertThat(Findings.line(candidate, finding))
        .isEqualTo(
            "a\\u{1b}.py:3:5 error PY201 name \\u{1b}[31mX\\u{7}\\u{d}\\u{202e}\\u{200b}\\u{a}"
                + "\\u{85}\\u{2028} (instead: \\u{202e})");
  }
}
