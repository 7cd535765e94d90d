package dev.glovebox.host.runner;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Optional;

/** Whether a lease was lost, for one who may come to ask before or after. Thread-safe. */
final class LeaseLoss {
  @GuardedBy("this")
  private boolean lost;

  @GuardedBy("this")
  private Optional<Runnable> listener = Optional.empty();

  /** Tells whoever listens, or will. */
  void happened() {
    Optional<Runnable> told;
    synchronized (this) {
      lost = true;
      told = listener;
    }
    told.ifPresent(Runnable::run);
  }

  /** Has {@code action} run once the lease is lost; at once if it already is. */
  void tell(Runnable action) {
    boolean already;
    synchronized (this) {
      listener = Optional.of(action);
      already = lost;
    }
    if (already) {
      action.run();
    }
  }
}
