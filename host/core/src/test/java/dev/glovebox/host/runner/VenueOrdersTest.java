package dev.glovebox.host.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.audit.MemoryEvidence;
import dev.glovebox.host.audit.RecordDraft;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.keys.FileKeys;
import dev.glovebox.host.model.Bar;
import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.OrderType;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Side;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.order.MemoryOrderStore;
import dev.glovebox.host.order.OrderDesk;
import dev.glovebox.host.order.OrderState;
import dev.glovebox.host.plan.Plan;
import dev.glovebox.host.plan.TokenMint;
import dev.glovebox.host.run.OrderEvent;
import dev.glovebox.host.venue.Costs;
import dev.glovebox.host.venue.ExecutionReport;
import dev.glovebox.host.venue.NewOrder;
import dev.glovebox.host.venue.SimulatedVenue;
import dev.glovebox.host.venue.Venue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VenueOrdersTest {
  private static final RunId RUN = new RunId(new TeamId("alpha"), "run-00000001");
  private static final Instrument AAA =
      new Instrument("AAA", "USD", new BigDecimal("0.01"), BigDecimal.ONE, BigDecimal.ONE);

  @TempDir private Path folder;
  private final MemoryEvidence evidence = new MemoryEvidence();
  private final SimulatedVenue simulated =
      new SimulatedVenue(
          "simulated",
          List.of(AAA),
          Costs.ofBasisPoints(BigDecimal.ZERO, BigDecimal.ZERO),
          _ -> new BigDecimal("1000"));
  private List<StepType> whenCalled = List.of();

  @Test
  void planAndTokenAreRecordedBeforeTheVenueIsCalledAndTheOutcomeAfter() {
    VenueOrders orders = orders("simulated");
    assertThat(orders.place(plan(1, "simulated"), 0))
        .isEqualTo(new OrderEvent.Working(new OrderKey(1)));
    assertThat(whenCalled).containsExactly(StepType.PLAN, StepType.TOKEN_ISSUED);
    assertThat(types())
        .containsExactly(
            StepType.PLAN, StepType.TOKEN_ISSUED, StepType.TOKEN_SPENT, StepType.ORDER_SUBMISSION);
  }

  @Test
  void aPlanIsSentOnce() {
    VenueOrders orders = orders("simulated");
    assertThat(orders.place(plan(1, "simulated"), 0)).isInstanceOf(OrderEvent.Working.class);
    assertThat(orders.place(plan(1, "simulated"), 0))
        .isEqualTo(new OrderEvent.Ended(new OrderKey(1), OrderState.REJECTED, Code.TOKEN_SPENT));
    List<OrderEvent> events = new ArrayList<>();
    orders.advance(set(), events::add);
    assertThat(events).hasSize(1);
    assertThat(events.getFirst()).isInstanceOf(OrderEvent.Filled.class);
  }

  @Test
  void aPlanForAnotherVenueIsNotSent() {
    VenueOrders orders = orders("simulated");
    assertThat(orders.place(plan(1, "elsewhere"), 0))
        .isEqualTo(
            new OrderEvent.Ended(new OrderKey(1), OrderState.REJECTED, Code.ORDER_VENUE_MISMATCH));
    assertThat(whenCalled).isEmpty();
    assertThat(types()).contains(StepType.REJECTED).doesNotContain(StepType.TOKEN_SPENT);
  }

  @Test
  void whatRestsAtTheEndExpires() {
    VenueOrders orders = orders("simulated");
    assertThat(orders.place(plan(3, "simulated"), 0)).isInstanceOf(OrderEvent.Working.class);
    List<OrderEvent> events = new ArrayList<>();
    orders.end(events::add);
    assertThat(events)
        .containsExactly(
            new OrderEvent.Ended(new OrderKey(3), OrderState.EXPIRED, Code.EXPIRED_END_OF_DATA));
  }

  private VenueOrders orders(String venueId) {
    FileKeys keys = FileKeys.create(folder.resolve("keys"), "test", new SecureRandom());
    TokenMint mint = new TokenMint("glovebox-0123456789abcdef", keys);
    Venue watched =
        new Venue() {
          @Override
          public String id() {
            return venueId;
          }

          @Override
          public ExecutionReport submit(NewOrder order) {
            whenCalled = types();
            return simulated.submit(order);
          }
        };
    OrderDesk desk = new OrderDesk(mint, new MemoryOrderStore(1), watched, () -> false, _ -> 0);
    return new VenueOrders(evidence, "alpha/agent", mint, desk, simulated, 1);
  }

  private List<StepType> types() {
    return evidence.drafts().stream().map(RecordDraft::type).toList();
  }

  private static Plan plan(int sequence, String venueId) {
    return new Plan(
        RUN,
        new OrderKey(sequence),
        "alpha/agent",
        venueId,
        "AAA",
        Side.BUY,
        OrderType.MARKET,
        BigDecimal.ONE,
        BigDecimal.TEN,
        1_000,
        2_000,
        "system:runner");
  }

  private static BarSet set() {
    BigDecimal ten = BigDecimal.TEN;
    return new BarSet(
        1, 2_000, List.of(new Bar(1, 0, "stamp", 1_000, 2_000, ten, ten, ten, ten, ten)));
  }
}
