package dev.glovebox.prepare.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import dev.glovebox.prepare.source.SourceText;
import dev.glovebox.prepare.source.Span;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class PythonParserTest {
  private final PythonParser parser = new PythonParser(System::nanoTime, Duration.ofSeconds(30));

  private ParsedSource parse(String text) {
    return parser.parse(SourceText.derived(text));
  }

  private Refusal refusal(String text) {
    SourceRefusedException thrown =
        catchThrowableOfType(SourceRefusedException.class, () -> parse(text));
    assertThat(thrown).isNotNull();
    return thrown.refusal();
  }

  @Test
  void takesNumbersUpToTheLimitAndNotOneDigitMore() {
    assertThat(parse("x = " + "1".repeat(PythonParser.DIGIT_RUN_MAX)).tokens()).hasSize(3);
    Refusal refusal = refusal("\nx = " + "1".repeat(PythonParser.DIGIT_RUN_MAX + 1));
    assertThat(refusal.code()).isEqualTo(RefusalCode.SOURCE_DIGITS);
    assertThat(refusal.line()).isEqualTo(2);
    assertThat(refusal.column()).isEqualTo(5);
    assertThat(refusal("x = 0x" + "f".repeat(5000)).code()).isEqualTo(RefusalCode.SOURCE_DIGITS);
    assertThat(refusal("x = 1." + "1".repeat(5000)).code()).isEqualTo(RefusalCode.SOURCE_DIGITS);
  }

  @Test
  void takesBracketsUpToTheLimitAndNotOneMore() {
    assertThat(parse(brackets(PythonParser.NESTING_MAX)).tokens()).isNotEmpty();
    assertThat(refusal(brackets(PythonParser.NESTING_MAX + 1)).code())
        .isEqualTo(RefusalCode.SOURCE_NESTING);
  }

  private static String brackets(int depth) {
    return "x = " + "(".repeat(depth) + "0" + ")".repeat(depth);
  }

  @Test
  void takesChainsUpToTheLimitAndNotOneLinkMore() {
    int most = PythonParser.CHAIN_LINKS_MAX;
    assertThat(parse("x = a" + ".b".repeat(most)).tokens()).isNotEmpty();
    for (String link : new String[] {".b", "()", "+1", " and a", " if a else a", "[0]"}) {
      assertThat(refusal("x = a" + link.repeat(most + 1)).code())
          .as("chain of %s", link)
          .isEqualTo(RefusalCode.SOURCE_CHAIN);
    }
    assertThat(refusal("x = " + "not ".repeat(most + 1) + "a").code())
        .isEqualTo(RefusalCode.SOURCE_CHAIN);
    // A long display is no chain.
    assertThat(parse("x = [" + "-1, ".repeat(2 * most) + "]").tokens()).isNotEmpty();
  }

  @Test
  void refusesTreesThatTheTokensDoNotBetray() {
    assertThat(refusal("x = " + "lambda a, b: ".repeat(5000) + "0").code())
        .isEqualTo(RefusalCode.SOURCE_DEPTH);
    assertThat(refusal("if x: 0\n" + "elif x: 0\n".repeat(5000)).code())
        .isEqualTo(RefusalCode.SOURCE_DEPTH);
    assertThat(parse("if x: 0\n" + "elif x: 0\n".repeat(900)).tokens()).isNotEmpty();
  }

  @Test
  void takesTokensUpToTheLimitAndNotOneMore() {
    String most = "a\n".repeat(PythonParser.TOKENS_MAX);
    assertThat(TokenScan.of(most, new Unbothered())).hasSize(PythonParser.TOKENS_MAX);
    assertThat(refusal(most + "a").code()).isEqualTo(RefusalCode.SOURCE_TOKENS);
  }

  @Test
  void refusesWhenTheClockPassesTheDeadline() {
    AtomicLong clock = new AtomicLong();
    PythonParser late =
        new PythonParser(
            () -> clock.getAndAdd(Duration.ofSeconds(20).toNanos()), Duration.ofSeconds(30));
    SourceRefusedException thrown =
        catchThrowableOfType(
            SourceRefusedException.class,
            () -> late.parse(SourceText.derived("x = 1\n".repeat(2000))));
    assertThat(thrown.refusal().code()).isEqualTo(RefusalCode.PARSE_DEADLINE);
  }

  @Test
  void givesPositionsInLinesAndCodePoints() {
    SyntaxNode module = parse("'😀'; x.y\n").module();
    SyntaxNode second = module.nodes("body").get(1);
    assertThat(second.span()).isEqualTo(new Span(1, 6, 1, 9));
    SyntaxNode attribute = second.node("value").orElseThrow();
    assertThat(attribute.kind()).isEqualTo("Attribute");
    assertThat(attribute.text("attr")).isEqualTo("y");
    assertThat(attribute.node("value").orElseThrow().text("id")).isEqualTo("x");
  }

  @Test
  void putsSyntaxErrorsWherePeopleLookForThem() {
    assertPlace("x = 1\nif x  # why\n    pass\n", 2, 5);
    assertPlace("for x in y\n  pass\n", 1, 11);
    assertPlace("def f()\n  pass\n", 1, 8);
    assertPlace("a = 1\n  b = 2\n", 2, 3);
    assertPlace("a = 1\nclass A\n", 2, 8);
    assertPlace("if 1:\nx\n", 2, 1);
    assertPlace("if 1:\n    a\n  b\n", 3, 0);
    assertPlace("x = 5 5\n", 1, 7);
  }

  private void assertPlace(String source, int line, int column) {
    Refusal refusal = refusal(source);
    assertThat(refusal.code()).isEqualTo(RefusalCode.PY000);
    assertThat(refusal.line()).as(source).isEqualTo(line);
    assertThat(refusal.column()).as(source).isEqualTo(column);
  }

  @Test
  void tellsTreesApartByEveryPart() {
    assertThat(same("x = [1, 2]", "x = [\n1, 2]")).isTrue();
    assertThat(same("x = 1", "x = 1.0")).isFalse();
    assertThat(same("x = 1", "x = 2")).isFalse();
    assertThat(same("x = a < b", "x = a > b")).isFalse();
    assertThat(same("f(a)", "f(a, a)")).isFalse();
    assertThat(same("f(a)", "f(*a)")).isFalse();
    assertThat(same("{a: b}", "{**b}")).isFalse();
    assertThat(same("global a", "global b")).isFalse();
    assertThat(same("from . import a", "from .. import a")).isFalse();
    assertThat(same("x = '\\ud83d\\ude00'", "x = '\\U0001f600'")).isFalse();
  }

  private boolean same(String left, String right) {
    return TreeComparison.difference(parse(left).module(), parse(right).module()).isEmpty();
  }
}
