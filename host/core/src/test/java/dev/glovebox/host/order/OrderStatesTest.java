package dev.glovebox.host.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderStatesTest {
  @Test
  void nothingFollowsAnEnd() {
    Set<OrderState> ends =
        EnumSet.of(
            OrderState.DENIED,
            OrderState.FILLED,
            OrderState.CANCELLED,
            OrderState.EXPIRED,
            OrderState.REJECTED);
    for (OrderState state : OrderState.values()) {
      assertThat(OrderStates.isFinal(state)).as(state.name()).isEqualTo(ends.contains(state));
    }
  }

  @Test
  void nothingComesBackToSent() {
    assertThat(OrderStates.before(OrderState.SENT)).containsExactly(OrderState.APPROVED);
    assertThat(OrderStates.before(OrderState.PLANNED)).isEmpty();
    assertThat(OrderStates.before(OrderState.APPROVED)).containsExactly(OrderState.PLANNED);
  }

  @Test
  void aFillAfterACancelRequestIsLegal() {
    OrderStates.check(OrderState.PENDING_CANCEL, OrderState.FILLED);
    assertThatThrownBy(() -> OrderStates.check(OrderState.CANCELLED, OrderState.FILLED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("CANCELLED to FILLED");
  }

  @Test
  void beforeIsTheInverseOfAfter() {
    assertThat(Arrays.asList(OrderState.values()))
        .allSatisfy(to ->
            assertThat(OrderStates.before(to))
                .allMatch(from -> OrderStates.after(from).contains(to)));
  }
}
