package dev.glovebox.host.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.payload.LowWater.Marks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LowWaterTest {
  private static final Marks MARKS = new Marks(1000, 100, 64);

  @TempDir Path data;
  private final AtomicLong free = new AtomicLong();
  private final LowWater low = LowWater.of(MARKS, free::get);

  @Test
  void newWorkIsTakenOnAtTheMarkAndNotOneByteBelowIt() {
    free.set(1000);
    assertThatNoException().isThrownBy(low::requireRoom);
    free.set(999);
    isLow(low::requireRoom);
  }

  @Test
  void runsGoOnAtTheirMarkAndEndOneByteBelowIt() {
    free.set(100);
    assertThat(low.mustEnd()).isFalse();
    free.set(99);
    assertThat(low.mustEnd()).isTrue();
  }

  @Test
  void spaceThatCannotBeAskedForIsNone() {
    LowWater blind =
        LowWater.of(
            MARKS,
            () -> {
              throw new IOException("gone");
            });
    isLow(blind::requireRoom);
    assertThat(blind.mustEnd()).isTrue();
  }

  @Test
  void marksThatEndRunsBeforeTheyRefuseAreNoMarks() {
    assertThatThrownBy(() -> new Marks(99, 100, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatNoException().isThrownBy(() -> new Marks(100, 100, 0));
  }

  @Test
  void reserveIsRealAndIsGivenBackWhenRunsMustEnd() throws IOException {
    Path reserve = data.resolve("reserve");
    LowWater kept = LowWater.watching(new Marks(2, 1, 3 * 1024 * 1024), List.of(data), reserve);
    assertThat(reserve).hasSize(3 * 1024 * 1024);
    assertThat(kept.mustEnd()).isFalse();
    assertThat(reserve).exists();
    Files.writeString(reserve, "half");
    LowWater again = LowWater.watching(new Marks(2, 1, 5), List.of(data), reserve);
    assertThat(reserve).hasSize(5);
    assertThat(again.mustEnd()).isFalse();

    LowWater full =
        LowWater.watching(
            new Marks(Long.MAX_VALUE, Long.MAX_VALUE, 5), List.of(data), data.resolve("none"));
    assertThat(data.resolve("none")).doesNotExist();
    Files.writeString(data.resolve("none"), "from an earlier start");
    assertThat(full.mustEnd()).isTrue();
    assertThat(data.resolve("none")).doesNotExist();
  }

  @Test
  void streamThatIsWatchedFailsInTime() throws IOException {
    free.set(100);
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    try (OutputStream watched = low.watched(taken)) {
      watched.write(new byte[LowWater.WATCH_BYTES]);
      free.set(99);
      watched.write(new byte[LowWater.WATCH_BYTES - 1]);
      isLow(() -> watched.write(1));
      assertThat(taken.size()).isEqualTo(2 * LowWater.WATCH_BYTES - 1);
    }
  }

  @Test
  void noMarksAreNeverReached() {
    assertThatNoException().isThrownBy(() -> LowWater.none().requireRoom());
    assertThat(LowWater.none().mustEnd()).isFalse();
  }

  private static void isLow(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.STORAGE_LOW));
  }
}
