package dev.glovebox.host.run;

import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.OrderType;
import dev.glovebox.host.order.OrderState;
import dev.glovebox.host.plan.Plan;
import dev.glovebox.host.venue.ExecutionReport;
import dev.glovebox.host.venue.NewOrder;
import dev.glovebox.host.venue.SimulatedVenue;
import java.util.function.Consumer;

/** Orders straight to a simulated venue, without tokens. */
final class DirectOrders implements OrderPath {
  private final SimulatedVenue venue;

  DirectOrders(SimulatedVenue venue) {
    this.venue = venue;
  }

  @Override
  public OrderEvent place(Plan plan, int instrument) {
    return event(
        venue.submit(
            new NewOrder(
                plan.venueId(),
                plan.run() + "." + plan.key(),
                plan.run(),
                plan.key(),
                instrument,
                plan.side(),
                OrderType.MARKET,
                plan.quantity(),
                plan.reserve())));
  }

  @Override
  public void advance(BarSet set, Consumer<OrderEvent> events) {
    venue.advance(set, report -> events.accept(event(report)));
  }

  @Override
  public void end(Consumer<OrderEvent> events) {
    venue.end(report -> events.accept(event(report)));
  }

  @Override
  public void cancel(Consumer<OrderEvent> events) {
    venue.cancel(report -> events.accept(event(report)));
  }

  private static OrderEvent event(ExecutionReport report) {
    return switch (report) {
      case ExecutionReport.Acknowledged(var key) -> new OrderEvent.Working(key);
      case ExecutionReport.Filled f ->
          new OrderEvent.Filled(
              f.key(),
              f.bar(),
              f.quantity(),
              f.price(),
              f.base(),
              f.fee(),
              f.effectiveTimeMicros(),
              f.knownTimeMicros(),
              f.remaining());
      case ExecutionReport.Rejected(var key, var code) ->
          new OrderEvent.Ended(key, OrderState.REJECTED, code);
      case ExecutionReport.Expired(var key, var code) ->
          new OrderEvent.Ended(key, OrderState.EXPIRED, code);
      case ExecutionReport.Cancelled(var key) ->
          new OrderEvent.Ended(key, OrderState.CANCELLED, Code.OK);
    };
  }
}
