package dev.glovebox.host.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.order.OrderStore.Redemption;
import dev.glovebox.host.plan.ExecutionToken;
import dev.glovebox.host.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every token and order store promises. */
@Timeout(60)
abstract class OrderStoreContract {
  private static final int THREADS = 64;
  private static final String LEAF = "cd".repeat(32);

  /** Returns a store in which {@code run}'s lease is at epoch 1. */
  abstract OrderStore store(RunId run);

  /** Moves the run's lease to epoch 2. */
  abstract void takeOver(OrderStore store, RunId run);

  private final RunId run = TestHost.newRun();
  private final Plan plan = Orders.plan(run, 1);
  private final ExecutionToken token = Orders.token(plan, 1);

  private OrderStore issuedStore() {
    OrderStore store = store(run);
    store.issued(token, 7, LEAF);
    return store;
  }

  private Redemption redeem(OrderStore store, ExecutionToken presented, long nowMicros) {
    return store.redeem(presented, plan, ClientOrderId.of(run, presented.sequence()), nowMicros);
  }

  @Test
  void redeemsOnce() {
    OrderStore store = issuedStore();
    assertThat(redeem(store, token, 1_000)).isEqualTo(Redemption.REDEEMED);
    assertThat(redeem(store, token, 1_000)).isEqualTo(Redemption.TOKEN_SPENT);
    store.issued(token, 7, LEAF);
    assertThat(redeem(store, token, 1_000)).as("issued again").isEqualTo(Redemption.TOKEN_SPENT);
  }

  @Test
  void redeemsOnceAmongManyThreads() throws Exception {
    OrderStore store = issuedStore();
    CountDownLatch go = new CountDownLatch(1);
    List<Future<Redemption>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < THREADS; i++) {
        answers.add(
            threads.submit(() -> {
              go.await();
              return redeem(store, token, 1_000);
            }));
      }
      go.countDown();
    }
    List<Redemption> results = new ArrayList<>();
    for (Future<Redemption> answer : answers) {
      results.add(answer.get());
    }
    assertThat(results).filteredOn(r -> r == Redemption.REDEEMED).hasSize(1);
    assertThat(results).filteredOn(r -> r == Redemption.TOKEN_SPENT).hasSize(THREADS - 1);
  }

  @Test
  void honoursATokenUpToItsExpiryAndNotAfter() {
    OrderStore store = issuedStore();
    assertThat(redeem(store, token, Orders.EXPIRES_MICROS + 1)).isEqualTo(Redemption.TOKEN_EXPIRED);
    assertThat(redeem(store, token, Orders.EXPIRES_MICROS)).isEqualTo(Redemption.REDEEMED);
  }

  @Test
  void knowsOnlyWhatWasIssued() {
    OrderStore store = issuedStore();
    assertThat(redeem(store, Orders.token(Orders.plan(run, 2), 1), 1_000))
        .isEqualTo(Redemption.TOKEN_UNKNOWN);
    ExecutionToken forged =
        new ExecutionToken(
            token.origin(),
            run,
            1,
            token.account(),
            token.venueId(),
            token.planHash(),
            token.expiresAtMicros(),
            1,
            "00".repeat(32));
    assertThat(redeem(store, forged, 1_000)).isEqualTo(Redemption.TOKEN_UNKNOWN);
  }

  @Test
  void fencesOffAnotherEpoch() {
    OrderStore store = issuedStore();
    takeOver(store, run);
    assertThat(redeem(store, token, 1_000)).isEqualTo(Redemption.LEASE_LOST);
    ExecutionToken late = Orders.token(Orders.plan(run, 2), 1);
    store.issued(late, 8, LEAF);
    assertThat(redeem(store, late, 1_000)).isEqualTo(Redemption.LEASE_LOST);
  }

  @Test
  void movesAnOrderAlongTheTableAlone() {
    OrderStore store = issuedStore();
    assertThatThrownBy(() -> store.moved(token, OrderState.FILLED, 1))
        .as("no order yet")
        .isInstanceOf(IllegalStateException.class);
    assertThat(redeem(store, token, 1_000)).isEqualTo(Redemption.REDEEMED);
    store.moved(token, OrderState.ACKNOWLEDGED, 1);
    assertThatThrownBy(() -> store.moved(token, OrderState.SENT, 1))
        .isInstanceOf(IllegalStateException.class);
    store.moved(token, OrderState.FILLED, 1);
    assertThatThrownBy(() -> store.moved(token, OrderState.CANCELLED, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void movesNothingForAHolderThatLostTheLease() {
    OrderStore store = issuedStore();
    assertThat(redeem(store, token, 1_000)).isEqualTo(Redemption.REDEEMED);
    takeOver(store, run);
    assertThatThrownBy(() -> store.moved(token, OrderState.ACKNOWLEDGED, 1))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.LEASE_LOST));
    store.moved(token, OrderState.ACKNOWLEDGED, 2);
  }
}
