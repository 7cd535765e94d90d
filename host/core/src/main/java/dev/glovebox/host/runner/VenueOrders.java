package dev.glovebox.host.runner;

import dev.glovebox.host.audit.Evidence;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.order.OrderDesk;
import dev.glovebox.host.order.OrderDesk.Submission;
import dev.glovebox.host.order.OrderEvidence;
import dev.glovebox.host.order.OrderState;
import dev.glovebox.host.order.OrderStates;
import dev.glovebox.host.plan.ExecutionToken;
import dev.glovebox.host.plan.Plan;
import dev.glovebox.host.plan.TokenMint;
import dev.glovebox.host.run.OrderEvent;
import dev.glovebox.host.run.OrderPath;
import dev.glovebox.host.venue.ExecutionReport;
import dev.glovebox.host.venue.VenueFeed;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes plans to a venue: record of the plan, record of its token, redemption, venue, record of the
 * outcome, in this order. Used by one run's thread.
 */
final class VenueOrders implements OrderPath {
  private final OrderEvidence evidence;
  private final TokenMint mint;
  private final OrderDesk desk;
  private final VenueFeed venue;
  private final long leaseEpoch;
  private final Map<OrderKey, ExecutionToken> tokens = new HashMap<>();

  VenueOrders(
      Evidence evidence,
      String owner,
      TokenMint mint,
      OrderDesk desk,
      VenueFeed venue,
      long leaseEpoch) {
    this.evidence = new OrderEvidence(evidence, owner);
    this.mint = mint;
    this.desk = desk;
    this.venue = venue;
    this.leaseEpoch = leaseEpoch;
  }

  @Override
  public OrderEvent place(Plan plan, int instrument) {
    Receipt planned = evidence.planned(plan, mint.hash(plan));
    ExecutionToken token = mint.mint(plan, planned, leaseEpoch);
    Receipt issued = evidence.issued(token);
    Submission submission = desk.submit(plan, planned, token, issued, plan.decidedAtMicros());
    OrderEvent event =
        switch (submission) {
          case Submission.Sent(_, ExecutionReport report) -> {
            evidence.spent(token);
            OrderEvent answer = event(report);
            if (!over(answer)) {
              tokens.put(plan.key(), token);
            }
            yield answer;
          }
          case Submission.Refused(Code code) ->
              new OrderEvent.Ended(plan.key(), OrderState.REJECTED, code);
        };
    evidence.submitted(token, submission);
    return event;
  }

  @Override
  public void advance(BarSet set, Consumer<OrderEvent> events) {
    venue.advance(set, report -> moved(report, events));
  }

  @Override
  public void end(Consumer<OrderEvent> events) {
    venue.end(report -> moved(report, events));
  }

  @Override
  public void cancel(Consumer<OrderEvent> events) {
    venue.cancel(report -> moved(report, events));
  }

  private void moved(ExecutionReport report, Consumer<OrderEvent> events) {
    ExecutionToken token = tokens.get(report.key());
    if (token == null) {
      throw new IllegalStateException("the venue reports an order that was not sent");
    }
    desk.moved(token, OrderDesk.stateAfter(report));
    OrderEvent event = event(report);
    if (over(event)) {
      tokens.remove(event.key());
    }
    events.accept(event);
  }

  private static boolean over(OrderEvent event) {
    return switch (event) {
      case OrderEvent.Working _ -> false;
      case OrderEvent.Filled filled -> filled.remaining().signum() == 0;
      case OrderEvent.Ended ended -> OrderStates.isFinal(ended.state());
    };
  }

  private static OrderEvent event(ExecutionReport report) {
    return switch (report) {
      case ExecutionReport.Acknowledged(OrderKey key) -> new OrderEvent.Working(key);
      case ExecutionReport.Filled filled ->
          new OrderEvent.Filled(
              filled.key(),
              filled.bar(),
              filled.quantity(),
              filled.price(),
              filled.base(),
              filled.fee(),
              filled.effectiveTimeMicros(),
              filled.knownTimeMicros(),
              filled.remaining());
      case ExecutionReport.Rejected(OrderKey key, Code code) ->
          new OrderEvent.Ended(key, OrderState.REJECTED, code);
      case ExecutionReport.Expired(OrderKey key, Code code) ->
          new OrderEvent.Ended(key, OrderState.EXPIRED, code);
      case ExecutionReport.Cancelled(OrderKey key) ->
          new OrderEvent.Ended(key, OrderState.CANCELLED, Code.OK);
    };
  }
}
