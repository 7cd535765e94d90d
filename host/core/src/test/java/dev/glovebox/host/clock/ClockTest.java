package dev.glovebox.host.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClockTest {
  @Test
  void writesInstantsInOneForm() {
    assertThat(UtcText.text(0)).isEqualTo("1970-01-01T00:00:00.000000Z");
    assertThat(UtcText.text(-1)).isEqualTo("1969-12-31T23:59:59.999999Z");
    long micros = 1_700_000_000_123_456L;
    assertThat(UtcText.text(micros)).isEqualTo("2023-11-14T22:13:20.123456Z");
    assertThat(Instant.parse(UtcText.text(micros)))
        .isEqualTo(Instant.ofEpochSecond(1_700_000_000L, 123_456_000));
    assertThatThrownBy(() -> UtcText.text(Long.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsBackWhatItWroteAndNothingElse() {
    for (long micros : new long[] {0, -1, 951_782_399_999_999L, 1_700_000_000_123_456L}) {
      assertThat(UtcText.parse(UtcText.text(micros))).isEqualTo(micros);
    }
    for (String bad :
        List.of(
            "2023-11-14T22:13:20.123456",
            "2023-11-14T22:13:20.12345Z",
            "2023-11-14 22:13:20.123456Z",
            "2023-02-29T00:00:00.000000Z",
            "2023-11-14T24:00:00.000000Z",
            "2023-11-14T22:13:60.000000Z",
            "2023-11-14T22:13:2\u0660.000000Z")) {
      assertThatThrownBy(() -> UtcText.parse(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void standsStillUntilItIsMoved() {
    ReplayClock clock = new ReplayClock(5);
    assertThat(clock.nowMicros()).isEqualTo(5);
    clock.advanceMicros(3);
    clock.reachMicros(7);
    assertThat(clock.nowMicros()).isEqualTo(8);
    assertThat(clock.monotonicNanos()).isEqualTo(8_000);
    assertThatThrownBy(() -> clock.advanceMicros(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsTheMachinesTimeInMicroseconds() {
    SystemClock clock = new SystemClock();
    long before = System.currentTimeMillis();
    long now = clock.nowMicros();
    assertThat(now / 1000).isBetween(before, System.currentTimeMillis());
    assertThat(clock.monotonicNanos()).isLessThanOrEqualTo(clock.monotonicNanos());
  }
}
