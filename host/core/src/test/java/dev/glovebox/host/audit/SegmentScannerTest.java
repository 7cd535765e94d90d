package dev.glovebox.host.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.audit.SegmentScanner.Item;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class SegmentScannerTest {
  private static final int MADE_BYTES = 64 << 20;

  @TempDir Path folder;

  @Test
  void aFileMadeToLookLikeAFrameEverywhereIsGivenUp() throws IOException {
    ByteBuffer made = ByteBuffer.allocate(MADE_BYTES);
    while (made.hasRemaining()) {
      // A length, at every fourth byte.
      made.putInt(Frame.LEAF_BYTES_MAX - 1);
    }
    Path file = Files.write(folder.resolve("segment"), made.array());
    try (SegmentScanner scanner = SegmentScanner.open(file)) {
      assertThat(scanner.next()).isEqualTo(new Item.Damaged(0, MADE_BYTES, false, true));
      assertThat(scanner.next()).isEqualTo(new Item.End(MADE_BYTES));
    }
  }

  @Test
  void findsItsWayBehindAsMuchDamageAsASegmentHolds() throws IOException {
    byte[] leaf = "{}\n".getBytes(StandardCharsets.UTF_8);
    byte[] frame = Frame.of(7, leaf);
    ByteBuffer made = ByteBuffer.allocate(MADE_BYTES);
    while (made.remaining() > frame.length) {
      made.put((byte) 'x');
    }
    made.put(frame);
    Path file = Files.write(folder.resolve("segment"), made.array());
    int at = MADE_BYTES - frame.length;
    try (SegmentScanner scanner = SegmentScanner.open(file)) {
      assertThat(scanner.next()).isEqualTo(new Item.Damaged(0, at, false, false));
      assertThat(scanner.next())
          .isInstanceOfSatisfying(
              Item.Sound.class,
              sound -> {
                assertThat(sound.sequence()).isEqualTo(7);
                assertThat(sound.leaf()).isEqualTo(leaf);
              });
    }
  }
}
