package dev.glovebox.prepare.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.prepare.python.PythonParser;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Seeded mutations of real-looking text: each gives a proven form or a coded refusal. */
@Timeout(120)
final class MutationTest {
  private static final long SEED = 20_240_229L;
  private static final int ROUNDS = 600;

  private static final String SAMPLE =
      """
      from glovebox import Strategy
      from glovebox.indicators import SMA

      LIMITS = {"a": 1, "b": [x for x in range(3) if x]}


      class Cross(Strategy):
          '''Doc with "quotes" and {braces}.'''
          warmup_bars = 5; other = 2

          def __init__(self, fast=10, *, slow=30, **more):
              self.fast, self.slow = SMA(fast), SMA(slow)

          def on_bar(self, ctx, bar):
              while True: break
              for i, x in enumerate(ctx.closes(3)): self.total = x; self.i = i
              text = f"{bar.close:.2f} {[y for y in self.fast if y]!r}"
              try: value = self.fast.update(bar.close)
              except (ValueError, TypeError) as e: raise
              else: value = value if value > 0 else -value
              match value:
                  case 0 | 1: pass
                  case [a, *rest] if a: ctx.buy(a)
                  case _: ctx.close(); return
              def inner(a, b=lambda q: q): return (a, b)
              if (value and
                      text): ctx.log(text); return
              elif text: pass
              else: del self.total
      """;

  private static final List<String> FRAGMENTS =
      List.of(
          ";",
          ":",
          "\n",
          "\r",
          " ",
          "\t",
          "\\\n",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "'",
          "\"",
          "'''",
          "#",
          "for x in y",
          "async ",
          "lambda:",
          "f'{",
          "}'",
          "if 1: ",
          "else: ",
          "\f",
          "\0",
          "é",
          "😀",
          "\u202e",
          "=",
          ":=",
          "*",
          "**",
          "@",
          ".",
          ",",
          "0x",
          "1_0",
          "...",
          "await ",
          "yield ",
          "while 1: pass",
          "class A: x=1",
          "\\",
          "\u2028",
          "\uFEFF",
          "match x:",
          "case _: ");

  private final NormalForm forms =
      new NormalForm(new PythonParser(System::nanoTime, Duration.ofSeconds(30)));

  @Test
  void neverCrashesAndNeverGivesAnUnprovenForm() {
    Random random = new Random(SEED);
    Map<RefusalCode, Integer> refusals = new EnumMap<>(RefusalCode.class);
    int formed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] source = mutated(random).getBytes(StandardCharsets.UTF_8);
      try {
        PreparedForm form = forms.prepare(source);
        assertThat(forms.prepare(form.bytes()).bytes()).isEqualTo(form.bytes());
        assertThat(withoutBlanks(form.bytes())).isEqualTo(withoutBlanks(source));
        formed++;
      } catch (SourceRefusedException e) {
        refusals.merge(e.refusal().code(), 1, Integer::sum);
      }
    }
    assertThat(formed).as("mutants that are still Python; refused: %s", refusals).isPositive();
    assertThat(refusals).containsKey(RefusalCode.PY000);
  }

  private static String mutated(Random random) {
    StringBuilder text = new StringBuilder(SAMPLE);
    for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(6)));
        case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 20)));
        default -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
      }
    }
    return text.toString();
  }

  private static String withoutBlanks(byte[] text) {
    return new String(text, StandardCharsets.UTF_8).replaceAll("[ \\t\\n]", "");
  }
}
