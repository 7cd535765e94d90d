package dev.glovebox.host.run;

import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.plan.Plan;
import java.util.function.Consumer;

/**
 * The run's way to its orders, whatever the mode.
 *
 * <p>Events go out one by one: the run has booked one before the next is judged.
 */
public interface OrderPath {
  /**
   * Turns one plan into one order: records, token, redemption, venue.
   *
   * @param instrument index into the run's instruments
   * @return {@link OrderEvent.Working} or {@link OrderEvent.Ended}
   */
  OrderEvent place(Plan plan, int instrument);

  /** Tells what became of resting orders with the bars of one set. */
  void advance(BarSet set, Consumer<OrderEvent> events);

  /** No bar will follow: what still rests ends. */
  void end(Consumer<OrderEvent> events);

  /** The run ends before its time: what still rests is cancelled. */
  void cancel(Consumer<OrderEvent> events);
}
