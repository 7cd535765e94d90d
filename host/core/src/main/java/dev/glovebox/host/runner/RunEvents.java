package dev.glovebox.host.runner;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.runner.Runs.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What happened in one live run, for any number of watchers, each from the first event on.
 * Thread-safe. A watcher's listener is called outside the lock.
 *
 * <p>Bounded: log lines by the run's log limit, progress by its rate.
 */
final class RunEvents {
  @GuardedBy("this")
  private final List<RunEvent> events = new ArrayList<>();

  @GuardedBy("this")
  private Optional<Refusal> failure = Optional.empty();

  @GuardedBy("this")
  private boolean over;

  synchronized void publish(RunEvent event) {
    if (over) {
      throw new IllegalStateException("nothing follows the last event");
    }
    events.add(event);
    over = event instanceof RunEvent.Ended;
    notifyAll();
  }

  /** Ends the run's events without a result: the log did not take it. */
  synchronized void fail(Refusal why) {
    if (!over) {
      over = true;
      failure = Optional.of(why);
      notifyAll();
    }
  }

  /** Returns whether nothing will follow. */
  synchronized boolean over() {
    return over;
  }

  /** Hands every event to {@code listener} until the last one or until it returns false. */
  void watch(Predicate<RunEvent> listener) {
    int next = 0;
    while (true) {
      List<RunEvent> more = await(next);
      for (RunEvent event : more) {
        if (!listener.test(event)) {
          return;
        }
      }
      next += more.size();
      if (more.isEmpty()) {
        return;
      }
    }
  }

  /** Waits for events from {@code next} on; empty when the last was handed out. */
  private synchronized List<RunEvent> await(int next) {
    while (events.size() == next && !over) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Refusal(Code.RUN_NOT_FINISHED, "the watcher was interrupted");
      }
    }
    if (events.size() == next && failure.isPresent()) {
      throw failure.get();
    }
    return List.copyOf(events.subList(next, events.size()));
  }
}
