package dev.glovebox.host.order;

import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.OrderType;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Side;
import dev.glovebox.host.plan.ExecutionToken;
import dev.glovebox.host.plan.Plan;
import dev.glovebox.host.venue.ExecutionReport;
import dev.glovebox.host.venue.NewOrder;
import dev.glovebox.host.venue.Venue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Plans, tokens and a venue for tests. */
final class Orders {
  static final long EXPIRES_MICROS = 2_000;
  static final String VENUE = "simulated";

  private Orders() {}

  static Plan plan(RunId run, int sequence) {
    return new Plan(
        run,
        new OrderKey(sequence),
        "account-1",
        VENUE,
        "AAPL",
        Side.BUY,
        OrderType.MARKET,
        new BigDecimal("1.5"),
        new BigDecimal("150.75"),
        1_000,
        EXPIRES_MICROS,
        "system:runner");
  }

  static ExecutionToken token(Plan plan, long epoch) {
    return new ExecutionToken(
        "glovebox-0123456789abcdef",
        plan.run(),
        epoch,
        plan.account(),
        plan.venueId(),
        plan.hash(),
        plan.expiresAtMicros(),
        plan.key().sequence(),
        "ab".repeat(32));
  }

  /** A venue that acknowledges everything and remembers it. */
  static final class RememberingVenue implements Venue {
    final List<NewOrder> taken = Collections.synchronizedList(new ArrayList<>());

    @Override
    public String id() {
      return VENUE;
    }

    @Override
    public ExecutionReport submit(NewOrder order) {
      taken.add(order);
      return new ExecutionReport.Acknowledged(order.key());
    }
  }
}
