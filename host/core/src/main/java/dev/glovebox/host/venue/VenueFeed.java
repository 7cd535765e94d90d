package dev.glovebox.host.venue;

import dev.glovebox.host.model.BarSet;
import java.util.function.Consumer;

/**
 * How a simulated venue moves with the run's bars. Reports go out one by one: the books hold one
 * fill before the next is judged.
 */
public interface VenueFeed {
  /** Matches resting orders against the bars of one set. */
  void advance(BarSet set, Consumer<ExecutionReport> reports);

  /** No bar will follow: what still rests expires. */
  void end(Consumer<ExecutionReport> reports);

  /** The run ends before its time: what still rests is cancelled. */
  void cancel(Consumer<ExecutionReport> reports);
}
