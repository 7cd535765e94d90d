package dev.glovebox.prepare.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.glovebox.prepare.python.PythonParser;
import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class NormalFormTest {
  private final NormalForm forms =
      new NormalForm(new PythonParser(System::nanoTime, Duration.ofSeconds(30)));

  private String form(String source) {
    return new String(prepared(source).bytes(), StandardCharsets.UTF_8);
  }

  private PreparedForm prepared(String source) {
    return forms.prepare(source.getBytes(StandardCharsets.UTF_8));
  }

  private Refusal refusal(String source) {
    SourceRefusedException thrown =
        catchThrowableOfType(SourceRefusedException.class, () -> prepared(source));
    assertThat(thrown).as("refusal of %s", source).isNotNull();
    return thrown.refusal();
  }

  @Test
  void putsTheBodyOfAOneLineLoopOnALineOfItsOwn() {
    assertThat(form("while True: pass\n")).isEqualTo("while True: \n pass\n");
    assertThat(form("for x in r: f(x)\n")).isEqualTo("for x in r: \n f(x)\n");
  }

  @Test
  void putsEachComprehensionClauseOnALineOfItsOwn() {
    assertThat(form("y = [a for b in c if b for a in b]\n"))
        .isEqualTo("y = [a \nfor b in c if b \nfor a in b]\n");
    assertThat(form("async def f(): return {x async for x in y}\n"))
        .isEqualTo("async def f(): \n return {x \nasync for x in y}\n");
  }

  @Test
  void splitsStatementsThatShareALine() {
    assertThat(form("a; b;c\n")).isEqualTo("a; \nb;\nc\n");
    assertThat(form("x = (1,\n 2); y = 3\n")).isEqualTo("x = (1,\n 2); \ny = 3\n");
  }

  @Test
  void indentsASuiteByTheIndentationOfItsHeader() {
    assertThat(form("if 1:\n\tif (a and\n  b): c; d\n\telse: e\n"))
        .isEqualTo("if 1:\n\tif (a and\n  b): \n\t c; \n\t d\n\telse: \n\t e\n");
  }

  @Test
  void splitsEveryKindOfSuite() {
    assertThat(form("try: a\nexcept E: b\nelse: c\nfinally: d\n"))
        .isEqualTo("try: \n a\nexcept E: \n b\nelse: \n c\nfinally: \n d\n");
    assertThat(form("match x:\n case 1: a; b\n case _: c\n"))
        .isEqualTo("match x:\n case 1: \n  a; \n  b\n case _: \n  c\n");
    assertThat(form("with a as b: c\nwhile x: y\nelse: z\n"))
        .isEqualTo("with a as b: \n c\nwhile x: \n y\nelse: \n z\n");
    assertThat(form("try: a\nexcept* E: b\nclass C: x = 1; y = 2\n"))
        .isEqualTo("try: \n a\nexcept* E: \n b\nclass C: \n x = 1; \n y = 2\n");
    assertThat(form("if a: b\nelif c: d\nelse: e\n"))
        .isEqualTo("if a: \n b\nelif c: \n d\nelse: \n e\n");
  }

  @Test
  void splitsComprehensionsInsideFormattedStrings() {
    assertThat(form("s = f'{[a for a in b]}'\n")).isEqualTo("s = f'{[a \nfor a in b]}'\n");
    assertThat(form("s = f'{a:{[b for b in c][0]}}'\n"))
        .isEqualTo("s = f'{a:{[b \nfor b in c][0]}}'\n");
  }

  @Test
  void countsColumnsInCodePoints() {
    assertThat(form("x = '😀'; y = [ñ for ñ in '😀']\n"))
        .isEqualTo("x = '😀'; \ny = [ñ \nfor ñ in '😀']\n");
  }

  @Test
  void keepsTextThatNeedsNoSplit() {
    String source =
        """
        class A:
            '''Doc.'''

            def f(self, x=lambda: 0):  # comment; not: code
                return (
                    [
                        y
                        for y in x
                    ]
                )
        """;
    assertThat(form(source)).isEqualTo(source);
    assertThat(form("")).isEmpty();
    assertThat(form("# only a comment")).isEqualTo("# only a comment");
  }

  @Test
  void keepsLineEndsWithCarriageReturn() {
    assertThat(form("if x: a; b\r\nelse: c\r\n")).isEqualTo("if x: \n a; \n b\r\nelse: \n c\r\n");
  }

  @Test
  void mapsEveryLineOfTheFormToItsSubmittedLine() {
    PreparedForm prepared = prepared("a\nb; c; d\n[x for x in\n y]\nwhile 1: pass");
    assertThat(prepared.lineMap()).isEqualTo(List.of(1, 2, 2, 2, 3, 3, 4, 5, 5));
  }

  @Test
  void isItsOwnForm() {
    String once = form("if a: b; c\nx = [y for y in z for q in y]; d\n");
    assertThat(form(once)).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while True: \\\n  pass\n",
        "if x: \\\n  a; b\n",
        "if 1:\n  for x in y: \\\n    z\n",
      })
  void refusesABackslashBeforeAOneLineSuite(String source) {
    assertThat(refusal(source).code()).isEqualTo(RefusalCode.FORM_CONTINUATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = f'{[a for a in b]=}'\n",
        "pass\nx = f'{ {a for a in b} = }'\n",
        "if 1:\n  \\\nx = 1; y = 2\n",
      })
  void refusesWhatCannotBeProven(String source) {
    Refusal refusal = refusal(source);
    assertThat(refusal.code()).isEqualTo(RefusalCode.FORM_NOT_PROVEN);
    assertThat(refusal.line()).isPositive();
  }

  @Test
  void refusesASyntaxErrorWithItsPlace() {
    Refusal refusal = refusal("x = 1\ny = = 2\n");
    assertThat(refusal.code()).isEqualTo(RefusalCode.PY000);
    assertThat(refusal.line()).isEqualTo(2);
    assertThat(refusal.column()).isEqualTo(5);
  }

  @Test
  void refusesIndentationThatWouldOutgrowTheFrame() {
    String source = "if 1:\n" + " ".repeat(50_000) + "if x: " + "a;".repeat(20) + "\n";
    assertThat(refusal(source).code()).isEqualTo(RefusalCode.FORM_TOO_LARGE);
    assertThat(form("if 1:\n" + " ".repeat(50_000) + "if x: a\n")).hasSizeGreaterThan(100_000);
  }

  @Test
  void fitsOneFrameAtEveryLimitTogether() {
    // The largest map: three bytes a line; the largest form; what protobuf adds.
    long most = NormalForm.FORM_BYTES_MAX + 3L * NormalForm.FORM_LINES_MAX + 1024;
    assertThat(most).isLessThan(1024 * 1024);
  }
}
