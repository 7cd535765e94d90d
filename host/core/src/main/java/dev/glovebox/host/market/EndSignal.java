package dev.glovebox.host.market;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a feed wait, and wakes it at once when its run is to end. Thread-safe. */
public final class EndSignal implements Waiting {
  private final CountDownLatch ended = new CountDownLatch(1);

  /** Makes a signal that was not given. */
  public EndSignal() {}

  /** Says that nothing more is wanted; may be repeated. */
  public void end() {
    ended.countDown();
  }

  @Override
  public boolean pause(long nanos) {
    try {
      return !ended.await(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
