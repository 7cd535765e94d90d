package dev.glovebox.prepare.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class SourceTextTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Refusal refusal(byte[] bytes) {
    SourceRefusedException thrown =
        catchThrowableOfType(SourceRefusedException.class, () -> SourceText.submitted(bytes));
    assertThat(thrown).isNotNull();
    return thrown.refusal();
  }

  private static void assertRefused(String text, RefusalCode code, int line) {
    assertThat(refusal(bytes(text)).code()).isEqualTo(code);
    assertThat(refusal(bytes(text)).line()).isEqualTo(line);
  }

  @Test
  void takesBytesUpToTheLimitAndNotOneMore() {
    byte[] most = new byte[SourceText.SOURCE_BYTES_MAX];
    java.util.Arrays.fill(most, (byte) ' ');
    assertThat(SourceText.submitted(most).lineCount()).isEqualTo(1);
    byte[] more = java.util.Arrays.copyOf(most, most.length + 1);
    assertThat(refusal(more).code()).isEqualTo(RefusalCode.SOURCE_TOO_LARGE);
  }

  @Test
  void takesLinesUpToTheLimitAndNotOneMore() {
    String most = "\n".repeat(SourceText.SOURCE_LINES_MAX - 1);
    assertThat(SourceText.submitted(bytes(most)).lineCount())
        .isEqualTo(SourceText.SOURCE_LINES_MAX);
    assertThat(refusal(bytes(most + "\n")).code()).isEqualTo(RefusalCode.SOURCE_LINES);
  }

  @Test
  void refusesWhatReadersCountDifferently() {
    assertRefused("a\nb\0c\n", RefusalCode.SOURCE_NUL, 2);
    assertRefused("\uFEFFa\n", RefusalCode.SOURCE_BOM, 1);
    assertRefused("a\nb\n\rc\n", RefusalCode.SOURCE_CARRIAGE_RETURN, 3);
    assertRefused("a\r", RefusalCode.SOURCE_CARRIAGE_RETURN, 1);
    assertRefused("a\n\fb\n", RefusalCode.SOURCE_FORM_FEED, 2);
  }

  @Test
  void refusesBytesThatAreNotUtf8WithTheirLine() {
    Refusal refusal = refusal(new byte[] {'a', '\n', 'b', (byte) 0xC3, '('});
    assertThat(refusal.code()).isEqualTo(RefusalCode.SOURCE_NOT_UTF8);
    assertThat(refusal.line()).isEqualTo(2);
    // An overlong slash and a surrogate are not well-formed either.
    assertThat(refusal(new byte[] {(byte) 0xC0, (byte) 0xAF}).code())
        .isEqualTo(RefusalCode.SOURCE_NOT_UTF8);
    assertThat(refusal(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}).code())
        .isEqualTo(RefusalCode.SOURCE_NOT_UTF8);
  }

  @Test
  void refusesAnotherEncodingDeclaration() {
    assertRefused("#!x\n# -*- coding: latin-1 -*-\n", RefusalCode.SOURCE_ENCODING, 2);
    assertRefused("# vim: set fileencoding=utf-7 :\n", RefusalCode.SOURCE_ENCODING, 1);
    assertThat(SourceText.submitted(bytes("# -*- coding: UTF-8 -*-\n")).lineCount()).isEqualTo(2);
    assertThat(SourceText.submitted(bytes("\n\n# coding: latin-1\n")).lineCount()).isEqualTo(4);
  }

  @Test
  void findsPositionsByCodePoint() {
    SourceText text = SourceText.submitted(bytes("a😀b\r\nc😀d"));
    assertThat(text.line(1)).isEqualTo("a😀b");
    assertThat(text.offset(1, 3)).isEqualTo(3);
    assertThat(text.offset(2, 3)).isEqualTo(9);
    assertThat(text.offset(2, 4)).isEqualTo(10);
    assertThatThrownBy(() -> text.offset(2, 5)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
