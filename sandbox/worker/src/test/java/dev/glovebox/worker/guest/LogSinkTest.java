package dev.glovebox.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogSinkTest {
  private final LogSink log = new LogSink();

  @Test
  void splitsLinesAndKeepsTheUnfinishedOneForTheEnd() {
    write("one\ntw");
    write("o\nthree");
    assertThat(log.drain()).containsExactly("one", "two");
    assertThat(log.drainToTheEnd()).containsExactly("three");
  }

  @Test
  void cutsALineAtItsLimit() {
    log.limit(4, 100);
    write("abcd\nabcde\n");
    assertThat(log.drain()).containsExactly("abcd", "abcd");
  }

  @Test
  void isFloodedOneByteBeyondTheLimit() {
    log.limit(4, 8);
    write("abc\nabc\n");
    assertThat(log.flooded()).isFalse();
    assertThatThrownBy(() -> write("x")).isInstanceOf(LogSink.Flooded.class);
    assertThat(log.flooded()).isTrue();
    assertThat(log.drainToTheEnd()).containsExactly("abc", "abc");
  }

  @Test
  void boundsLinesThatAreNotUtf8() {
    log.limit(4, 100);
    log.write(new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0xFD, '\n'}, 0, 4);
    assertThat(log.drain().getFirst().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(4);
  }

  private void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    log.write(bytes, 0, bytes.length);
  }
}
