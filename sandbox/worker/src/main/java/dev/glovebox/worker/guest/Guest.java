package dev.glovebox.worker.guest;

import dev.glovebox.proto.worker.v1.Intent;
import dev.glovebox.proto.worker.v1.Ready;
import dev.glovebox.proto.worker.v1.Start;
import java.util.List;

/**
 * One strategy of one run, in whatever language. Calls go in this order: {@link #construct}, {@link
 * #process} any number of times, {@link #stop}; after a {@link GuestFault} only {@link #drainLog}.
 * Not thread-safe: one thread with a large stack owns it.
 */
public interface Guest {

  /** Loads the prepared form and constructs the strategy. No hook runs yet. */
  Ready construct(Start start) throws GuestFault;

  /**
   * Runs the hooks of sets, one set after the other, until one asks for something or none is left;
   * before the run's first set also {@code on_start}. At least one set is processed, not always
   * all.
   *
   * @param sets stands at a set; moved on past each set whose hooks have returned
   * @return what the hooks of the last processed set asked for, in call order
   */
  List<Intent> process(SetCursor sets) throws GuestFault;

  /** Runs {@code on_stop}. */
  void stop() throws GuestFault;

  /** Returns the complete log lines since the last call, each within its limit. */
  List<String> drainLog();

  /** Returns what {@link #drainLog} would, and the last line even if nothing ended it. */
  List<String> drainLogToTheEnd();
}
