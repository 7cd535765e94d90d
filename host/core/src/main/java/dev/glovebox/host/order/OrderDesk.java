package dev.glovebox.host.order;

import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.plan.ExecutionToken;
import dev.glovebox.host.plan.Plan;
import dev.glovebox.host.plan.TokenMint;
import dev.glovebox.host.venue.ExecutionReport;
import dev.glovebox.host.venue.NewOrder;
import dev.glovebox.host.venue.Venue;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;

/**
 * The one way to a venue. Used by one run's thread.
 *
 * <p>Order of writes: the records of plan and token are where their evidence promises them (the
 * receipts prove it), then one step of the store proves the lease epoch, redeems the token and
 * inserts the order, then the venue is called. The caller appends the outcome.
 */
public final class OrderDesk {
  private final TokenMint mint;
  private final OrderStore store;
  private final Venue venue;
  private final BooleanSupplier halted;
  private final ToIntFunction<String> instrumentIndex;

  /**
   * Opens a desk.
   *
   * @param halted whether trading is halted for the whole host
   * @param instrumentIndex a plan's instrument as an index into the run's instruments
   */
  public OrderDesk(
      TokenMint mint,
      OrderStore store,
      Venue venue,
      BooleanSupplier halted,
      ToIntFunction<String> instrumentIndex) {
    this.mint = mint;
    this.store = store;
    this.venue = venue;
    this.halted = halted;
    this.instrumentIndex = instrumentIndex;
  }

  /** What became of a plan. */
  public sealed interface Submission {
    /** The venue was called, once; {@code report} is its answer. */
    record Sent(String clientOrderId, ExecutionReport report) implements Submission {}

    /** The venue was not called. */
    record Refused(Code code) implements Submission {}
  }

  /**
   * Redeems {@code token} and sends {@code plan}'s order.
   *
   * @param planned receipt of the plan's record
   * @param issued receipt of the token's record
   * @param nowMicros host time, or close time of the deciding bar set in simulation
   */
  public Submission submit(
      Plan plan, Receipt planned, ExecutionToken token, Receipt issued, long nowMicros) {
    if (halted.getAsBoolean()) {
      return new Submission.Refused(Code.TRADING_HALTED);
    }
    if (issued.sequence() <= planned.sequence() || !mint.vouchesFor(token, plan)) {
      return new Submission.Refused(Code.TOKEN_INVALID);
    }
    if (!token.venueId().equals(venue.id())) {
      return new Submission.Refused(Code.ORDER_VENUE_MISMATCH);
    }
    int instrument = instrumentIndex.applyAsInt(plan.instrument());
    String clientOrderId = ClientOrderId.of(plan.run(), token.sequence());
    store.issued(token, issued);
    return switch (store.redeem(token, plan, clientOrderId, nowMicros)) {
      case REDEEMED -> send(plan, token, clientOrderId, instrument);
      case TOKEN_UNKNOWN -> new Submission.Refused(Code.TOKEN_UNKNOWN);
      case TOKEN_SPENT -> new Submission.Refused(Code.TOKEN_SPENT);
      case TOKEN_EXPIRED -> new Submission.Refused(Code.TOKEN_EXPIRED);
      case LEASE_LOST -> new Submission.Refused(Code.LEASE_LOST);
    };
  }

  /** Notes what a venue said later of an order that was sent. */
  public void moved(ExecutionToken token, OrderState to) {
    store.moved(token, to, token.leaseEpoch());
  }

  private Submission send(Plan plan, ExecutionToken token, String clientOrderId, int instrument) {
    NewOrder order =
        new NewOrder(
            token.venueId(),
            clientOrderId,
            plan.run(),
            new OrderKey(token.sequence()),
            instrument,
            plan.side(),
            plan.type(),
            plan.quantity(),
            plan.reserve());
    ExecutionReport report = venue.submit(order);
    store.moved(token, stateAfter(report), token.leaseEpoch());
    return new Submission.Sent(clientOrderId, report);
  }

  /** Returns the state an order is in after {@code report}. */
  public static OrderState stateAfter(ExecutionReport report) {
    return switch (report) {
      case ExecutionReport.Acknowledged _ -> OrderState.ACKNOWLEDGED;
      case ExecutionReport.Filled filled ->
          filled.remaining().signum() == 0 ? OrderState.FILLED : OrderState.PARTIALLY_FILLED;
      case ExecutionReport.Rejected _ -> OrderState.REJECTED;
      case ExecutionReport.Expired _ -> OrderState.EXPIRED;
      case ExecutionReport.Cancelled _ -> OrderState.CANCELLED;
    };
  }
}
