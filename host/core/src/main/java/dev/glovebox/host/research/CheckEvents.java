package dev.glovebox.host.research;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.research.Checks.CheckEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What happened in one live check, for any number of watchers, each from the first event on.
 * Thread-safe. At most one event per check and one for the end.
 */
final class CheckEvents {
  @GuardedBy("this")
  private final List<CheckEvent> events = new ArrayList<>();

  @GuardedBy("this")
  private Optional<Refusal> failure = Optional.empty();

  @GuardedBy("this")
  private boolean over;

  synchronized void publish(CheckEvent event) {
    events.add(event);
    over = over || event instanceof CheckEvent.Ended;
    notifyAll();
  }

  /** Ends the events without a report. */
  synchronized void fail(Refusal why) {
    if (!over) {
      over = true;
      failure = Optional.of(why);
      notifyAll();
    }
  }

  /** Hands every event to {@code listener} until the last one or until it returns false. */
  void watch(Predicate<CheckEvent> listener) {
    int next = 0;
    for (List<CheckEvent> more = await(0); !more.isEmpty(); more = await(next)) {
      for (CheckEvent event : more) {
        if (!listener.test(event)) {
          return;
        }
      }
      next += more.size();
    }
  }

  private synchronized List<CheckEvent> await(int next) {
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
