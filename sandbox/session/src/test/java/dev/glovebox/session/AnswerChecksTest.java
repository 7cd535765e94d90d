package dev.glovebox.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.jail.ObservedBy;
import dev.glovebox.jail.RawIntent;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.proto.worker.v1.Amount;
import dev.glovebox.proto.worker.v1.Answer;
import dev.glovebox.proto.worker.v1.CancelOrder;
import dev.glovebox.proto.worker.v1.Decimal;
import dev.glovebox.proto.worker.v1.Fault;
import dev.glovebox.proto.worker.v1.Intent;
import dev.glovebox.proto.worker.v1.LimitOrder;
import dev.glovebox.proto.worker.v1.MarketOrder;
import dev.glovebox.proto.worker.v1.ParameterValue;
import dev.glovebox.proto.worker.v1.Ready;
import dev.glovebox.proto.worker.v1.Side;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class AnswerChecksTest {
  private static final long LARGEST = 999_999_999_999_999_999L;

  private final AnswerChecks checks = new AnswerChecks(WorkerLimits.DEFAULT);

  @Test
  void consumedSetsMustHaveBeenSent() throws Exception {
    assertThat(checks.processed(answer(2).build(), sets(2)).consumed()).isEqualTo(2);
    violates(() -> checks.processed(answer(0).build(), sets(2)));
    violates(() -> checks.processed(answer(3).build(), sets(2)));
    violates(() -> checks.processed(answer(-1).build(), sets(2)));
  }

  @Test
  void fewerSetsNeedAnIntent() throws Exception {
    violates(() -> checks.processed(answer(1).build(), sets(2)));
    assertThat(checks.processed(answer(1).addIntents(buy(1, 5, 0)).build(), sets(2)).intents())
        .hasSize(1);
  }

  @Test
  void intentsRiseByOneOverTheWholeRun() throws Exception {
    checks.processed(answer(1).addIntents(buy(1, 5, 0)).addIntents(buy(2, 5, 0)).build(), sets(1));
    checks.processed(answer(1).addIntents(buy(3, 5, 0)).build(), sets(1));
    violates(() -> checks.processed(answer(1).addIntents(buy(3, 5, 0)).build(), sets(1)));
    violates(() -> checks.processed(answer(1).addIntents(buy(5, 5, 0)).build(), sets(1)));
  }

  @Test
  void intentsAreLimitedByTheHooksThatRan() throws Exception {
    Answer.Builder most = answer(1);
    for (int i = 1; i <= 512; i++) {
      most.addIntents(buy(i, 5, 0));
    }
    assertThat(checks.processed(most.build(), sets(1)).intents()).hasSize(512);
    most.addIntents(buy(513, 5, 0));
    violates(() -> new AnswerChecks(WorkerLimits.DEFAULT).processed(most.build(), sets(1)));
  }

  @Test
  void onStartGivesRoomForMoreIntentsOnce() throws Exception {
    checks.processed(answer(1).build(), sets(1));
    Answer.Builder most = answer(1);
    for (int i = 1; i <= 257; i++) {
      most.addIntents(buy(i, 5, 0));
    }
    violates(() -> checks.processed(most.build(), sets(1)));
  }

  @Test
  void numbersStayInsideTheProtocol() throws Exception {
    assertThat(quantity(buy(1, -LARGEST, 18))).contains(new BigDecimal("-0.999999999999999999"));
    violates(() -> quantity(buy(1, LARGEST + 1, 0)));
    violates(() -> quantity(buy(1, -LARGEST - 1, 0)));
    violates(() -> quantity(buy(1, Long.MIN_VALUE, 0)));
    violates(() -> quantity(buy(1, 1, 19)));
    violates(() -> quantity(buy(1, 1, -1)));
  }

  @Test
  void amountIsExactlyOneOfValueAndInvalid() throws Exception {
    RawIntent.Amount invalid = amount(Amount.newBuilder().setInvalid("nan"));
    assertThat(invalid.invalid()).contains("nan");
    assertThat(invalid.value()).isEmpty();
    violates(() -> amount(Amount.newBuilder()));
    violates(
        () -> amount(Amount.newBuilder().setInvalid("nan").setValue(Decimal.getDefaultInstance())));
    violates(() -> amount(Amount.newBuilder().setInvalid("nan").setOriginal("0.1")));
    violates(() -> amount(Amount.newBuilder().setInvalid("x".repeat(129))));
    amount(Amount.newBuilder().setInvalid("x".repeat(128)));
  }

  @Test
  void textIsMeasuredInBytes() throws Exception {
    intent(buy(1, 5, 0).toBuilder().setTag("\u00e9".repeat(64)));
    violates(() -> intent(buy(1, 5, 0).toBuilder().setTag("\u00e9".repeat(65))));
    violates(() -> intent(buy(1, 5, 0).toBuilder().setInstrument("i".repeat(65))));
    violates(() -> intent(buy(1, 5, 0).toBuilder().setCall("c".repeat(65))));
  }

  @Test
  void marketOrderNeedsASide() {
    Intent.Builder intent = buy(1, 5, 0).toBuilder();
    intent.getMarketBuilder().setSide(Side.SIDE_UNSPECIFIED);
    violates(() -> intent(intent));
    intent.getMarketBuilder().setSideValue(9);
    violates(() -> intent(intent));
  }

  @Test
  void otherKindsPassByName() throws Exception {
    assertThat(intent(buy(1, 5, 0).toBuilder().setLimit(LimitOrder.getDefaultInstance())).kind())
        .isEqualTo(new RawIntent.Other("limit"));
    assertThat(intent(buy(1, 5, 0).toBuilder().setCancel(CancelOrder.getDefaultInstance())).kind())
        .isEqualTo(new RawIntent.Other("cancel"));
    assertThat(intent(buy(1, 5, 0).toBuilder().clearKind()).kind())
        .isEqualTo(new RawIntent.Other("unknown"));
  }

  @Test
  void readyIsBounded() throws Exception {
    assertThat(checks.ready(Ready.newBuilder().setWarmupBars(5).build(), "e", "j").warmupBars())
        .isEqualTo(5);
    violates(() -> checks.ready(Ready.newBuilder().setWarmupBars(-1).build(), "", ""));
    violates(
        () -> checks.ready(Ready.newBuilder().setStrategyClass("S".repeat(257)).build(), "", ""));
    violates(() ->
        checks.ready(
            Ready.newBuilder()
                .addAllParameters(Collections.nCopies(257, ParameterValue.getDefaultInstance()))
                .build(),
            "",
            ""));
  }

  @Test
  void faultIsAClaimAndBounded() throws Exception {
    assertThat(AnswerChecks.fault(Fault.newBuilder().setCode("RECURSION_LIMIT").build(), 0))
        .matches(ended -> ended.reason() == WorkerEnd.RECURSION_LIMIT)
        .matches(ended -> ended.observedBy() == ObservedBy.WORKER);
    for (String code : List.of("WALL_DEADLINE", "MEMORY_LIMIT", "PROTOCOL_VIOLATION", "", "x")) {
      assertThat(AnswerChecks.fault(Fault.newBuilder().setCode(code).build(), 0).reason())
          .isEqualTo(WorkerEnd.WORKER_FAULT);
    }
    violates(() -> AnswerChecks.fault(Fault.newBuilder().setConsumed(2).build(), 1));
    violates(() -> AnswerChecks.fault(Fault.newBuilder().setLine(-1).build(), 1));
    violates(() -> AnswerChecks.fault(Fault.newBuilder().setMessage("m".repeat(1025)).build(), 1));
    AnswerChecks.fault(Fault.newBuilder().setMessage("m".repeat(1024)).setConsumed(1).build(), 1);
  }

  @Test
  void logIsCountedByTheHostToo() throws Exception {
    WorkerLog log = new WorkerLog(WorkerLimits.DEFAULT);
    String line = "l".repeat(4096);
    log.add(Collections.nCopies(256, line));
    assertThat(log.drain()).hasSize(256);
    ends(WorkerEnd.OUTPUT_LIMIT, () -> log.add(List.of("x")));
    violates(() -> new WorkerLog(WorkerLimits.DEFAULT).add(List.of(line + "l")));
    WorkerLog blank = new WorkerLog(WorkerLimits.DEFAULT);
    blank.add(Collections.nCopies(1024 * 1024, ""));
    ends(WorkerEnd.OUTPUT_LIMIT, () -> blank.add(List.of("")));
    ends(WorkerEnd.OUTPUT_LIMIT, () -> blank.add(List.of()));
  }

  @Test
  void hostNumbersKeepTheirValue() {
    assertThat(HostFrames.decimal(new BigDecimal("1.500")))
        .isEqualTo(Decimal.newBuilder().setMantissa(15).setScale(1).build());
    assertThat(HostFrames.decimal(new BigDecimal("1E+3")))
        .isEqualTo(Decimal.newBuilder().setMantissa(1000).build());
    assertThatThrownBy(() -> HostFrames.decimal(new BigDecimal("1E+18")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> HostFrames.decimal(new BigDecimal("1E-19")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RawIntent intent(Intent.Builder intent) throws EndedException {
    return new AnswerChecks(WorkerLimits.DEFAULT)
        .processed(answer(1).addIntents(intent).build(), sets(1))
        .intents()
        .getFirst();
  }

  private static RawIntent.Amount amount(Amount.Builder amount) throws EndedException {
    Intent.Builder intent = buy(1, 5, 0).toBuilder();
    intent.getMarketBuilder().setQuantity(amount);
    RawIntent.Market market = (RawIntent.Market) intent(intent).kind();
    return market.quantity();
  }

  private static Optional<BigDecimal> quantity(Intent intent) throws EndedException {
    RawIntent.Market market = (RawIntent.Market) intent(intent.toBuilder()).kind();
    return market.quantity().value();
  }

  private static void violates(ThrowingCallable call) {
    ends(WorkerEnd.PROTOCOL_VIOLATION, call);
  }

  private static void ends(WorkerEnd reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            EndedException.class,
            e -> {
              assertThat(e.ended().reason()).isEqualTo(reason);
              assertThat(e.ended().observedBy()).isEqualTo(ObservedBy.HOST);
            });
  }

  private static Answer.Builder answer(int consumed) {
    return Answer.newBuilder().setConsumed(consumed);
  }

  private static Intent buy(int number, long mantissa, int scale) {
    return Intent.newBuilder()
        .setSequence(number)
        .setInstrument("AAPL")
        .setCall("buy")
        .setMarket(
            MarketOrder.newBuilder()
                .setSide(Side.SIDE_BUY)
                .setQuantity(
                    Amount.newBuilder()
                        .setValue(Decimal.newBuilder().setMantissa(mantissa).setScale(scale))))
        .build();
  }

  private static List<SetFrame> sets(int count) {
    return Collections.nCopies(
        count,
        new SetFrame(
            0,
            List.of(),
            List.of(),
            List.of(),
            new SetFrame.AccountView("0", "0", "0", List.of())));
  }
}
