package dev.glovebox.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class PermitsTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final StopSignal NEVER = new StopSignal();

  @Test
  void givesAsManyAsThereAreAndOneMoreOnceOneIsBack() {
    Permits two = new Permits(2);
    assertThat(two.take(Duration.ZERO, NEVER)).isTrue();
    assertThat(two.take(Duration.ZERO, NEVER)).isTrue();
    assertThat(two.take(Duration.ofMillis(1), NEVER)).isFalse();
    two.giveBack();
    assertThat(two.take(Duration.ZERO, NEVER)).isTrue();
    assertThatThrownBy(() -> new Permits(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoCameFirstIsServedFirst() throws Exception {
    Permits one = new Permits(1);
    assertThat(one.take(Duration.ZERO, NEVER)).isTrue();
    List<Integer> served = new ArrayList<>();
    try (ExecutorService callers = Executors.newCachedThreadPool()) {
      List<Future<?>> waits = new ArrayList<>();
      for (int number = 0; number < 4; number++) {
        int mine = number;
        waits.add(
            callers.submit(() -> {
              assertThat(one.take(LONG, NEVER)).isTrue();
              served.add(mine);
              one.giveBack();
            }));
        while (one.waiting() <= number) {
          Thread.sleep(1);
        }
      }
      one.giveBack();
      for (Future<?> wait : waits) {
        wait.get();
      }
    }
    assertThat(served).containsExactly(0, 1, 2, 3);
  }

  @Test
  void whoIsStoppedLeavesTheLine() throws Exception {
    Permits one = new Permits(1);
    assertThat(one.take(Duration.ZERO, NEVER)).isTrue();
    StopSignal stop = new StopSignal();
    try (ExecutorService callers = Executors.newCachedThreadPool()) {
      Future<Boolean> stopped = callers.submit(() -> one.take(LONG, stop));
      while (one.waiting() < 1) {
        Thread.sleep(1);
      }
      stop.give();
      assertThat(stopped.get()).isFalse();
    }
    assertThat(one.waiting()).isZero();
    one.giveBack();
    assertThat(one.take(Duration.ZERO, NEVER)).isTrue();
  }
}
