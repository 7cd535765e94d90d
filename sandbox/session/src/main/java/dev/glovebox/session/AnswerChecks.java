package dev.glovebox.session;

import dev.glovebox.jail.ObservedBy;
import dev.glovebox.jail.OrderSide;
import dev.glovebox.jail.RawIntent;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.Session.Processed;
import dev.glovebox.jail.Session.StrategyParameter;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.proto.worker.v1.Amount;
import dev.glovebox.proto.worker.v1.Answer;
import dev.glovebox.proto.worker.v1.Decimal;
import dev.glovebox.proto.worker.v1.Fault;
import dev.glovebox.proto.worker.v1.Intent;
import dev.glovebox.proto.worker.v1.MarketOrder;
import dev.glovebox.proto.worker.v1.ParameterValue;
import dev.glovebox.proto.worker.v1.Ready;
import dev.glovebox.proto.worker.v1.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks what a worker says against the bounds of worker.proto, and turns it into plain values.
 *
 * <p>What is out of bounds is a PROTOCOL_VIOLATION, never clipped: our own supervisor keeps the
 * bounds, so something else is speaking. Not thread-safe; one worker each.
 */
final class AnswerChecks {
  static final int MESSAGE_BYTES_MAX = 1024;
  static final int NAME_BYTES_MAX = 256;
  static final int VALUE_BYTES_MAX = 1024;
  static final int PARAMETERS_MAX = 256;
  static final int INSTRUMENT_BYTES_MAX = 64;
  static final int TAG_BYTES_MAX = 128;
  static final int CALL_BYTES_MAX = 64;
  static final int ORIGINAL_BYTES_MAX = 128;
  static final int INVALID_BYTES_MAX = 128;

  /** on_bar or on_bars; before the first set also on_start. */
  private static final int HOOKS_BESIDE_NOTICES = 1;

  private final WorkerLimits limits;
  private int intentSequence;
  private boolean answered;

  AnswerChecks(WorkerLimits limits) {
    this.limits = limits;
  }

  dev.glovebox.jail.Session.Ready ready(Ready ready, String engine, String java)
      throws EndedException {
    require(ready.getWarmupBars() >= 0, "a negative warm-up");
    require(ready.getParametersCount() <= PARAMETERS_MAX, "too many parameters");
    List<StrategyParameter> parameters = new ArrayList<>();
    for (ParameterValue parameter : ready.getParametersList()) {
      parameters.add(
          new StrategyParameter(
              text(parameter.getName(), NAME_BYTES_MAX),
              text(parameter.getType(), NAME_BYTES_MAX),
              text(parameter.getValue(), VALUE_BYTES_MAX)));
    }
    return new dev.glovebox.jail.Session.Ready(
        ready.getWarmupBars(),
        text(ready.getStrategyClass(), NAME_BYTES_MAX),
        List.copyOf(parameters),
        engine,
        java);
  }

  Processed processed(Answer answer, List<SetFrame> sent) throws EndedException {
    int consumed = answer.getConsumed();
    require(
        consumed >= 1 && consumed <= sent.size(),
        Violation.ANSWER_UNASKED,
        "an answer for sets that were not sent");
    require(
        consumed == sent.size() || answer.getIntentsCount() > 0,
        "an answer for fewer sets without an intent");
    SetFrame last = sent.get(consumed - 1);
    int starts = !answered && consumed == 1 ? 1 : 0;
    answered = true;
    long notices = last.fills().size() + (long) last.orderUpdates().size();
    long hooks = notices + HOOKS_BESIDE_NOTICES + starts;
    require(answer.getIntentsCount() <= hooks * limits.intentsPerHookMax(), "too many intents");
    require(answer.getStatements() >= 0, "an impossible statement count");
    List<RawIntent> intents = new ArrayList<>(answer.getIntentsCount());
    for (Intent intent : answer.getIntentsList()) {
      intents.add(intent(intent));
    }
    return new Processed(consumed, List.copyOf(intents), answer.getStatements());
  }

  private RawIntent intent(Intent intent) throws EndedException {
    require(
        intent.getSequence() == intentSequence + 1,
        Violation.FRAME_SEQUENCE,
        "an intent out of sequence");
    intentSequence++;
    return new RawIntent(
        intent.getSequence(),
        text(intent.getInstrument(), INSTRUMENT_BYTES_MAX),
        text(intent.getTag(), TAG_BYTES_MAX),
        text(intent.getCall(), CALL_BYTES_MAX),
        intent.getReduceOnly(),
        kind(intent));
  }

  private static RawIntent.Kind kind(Intent intent) throws EndedException {
    return switch (intent.getKindCase()) {
      case MARKET -> market(intent.getMarket());
      case LIMIT -> new RawIntent.Other("limit");
      case STOP -> new RawIntent.Other("stop");
      case STOP_LIMIT -> new RawIntent.Other("stop_limit");
      case TRAILING_STOP -> new RawIntent.Other("trailing_stop");
      case BRACKET -> new RawIntent.Other("bracket");
      case MODIFY -> new RawIntent.Other("modify");
      case CANCEL -> new RawIntent.Other("cancel");
      case KIND_NOT_SET -> new RawIntent.Other("unknown");
    };
  }

  private static RawIntent.Market market(MarketOrder order) throws EndedException {
    Side side = order.getSide();
    require(side == Side.SIDE_BUY || side == Side.SIDE_SELL, "an order without a side");
    return new RawIntent.Market(
        side == Side.SIDE_BUY ? OrderSide.BUY : OrderSide.SELL, amount(order.getQuantity()));
  }

  private static RawIntent.Amount amount(Amount amount) throws EndedException {
    require(amount.hasValue() == amount.getInvalid().isEmpty(), "an ambiguous amount");
    require(amount.hasValue() || amount.getOriginal().isEmpty(), "an ambiguous amount");
    text(amount.getInvalid(), INVALID_BYTES_MAX);
    text(amount.getOriginal(), ORIGINAL_BYTES_MAX);
    return new RawIntent.Amount(
        amount.hasValue() ? Optional.of(decimal(amount.getValue())) : Optional.empty(),
        given(amount.getOriginal()),
        given(amount.getInvalid()));
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static BigDecimal decimal(Decimal number) throws EndedException {
    require(
        number.getScale() >= 0
            && number.getScale() <= HostFrames.SCALE_MAX
            && number.getMantissa() < HostFrames.MANTISSA_LIMIT
            && number.getMantissa() > -HostFrames.MANTISSA_LIMIT,
        "a number outside its bounds");
    return BigDecimal.valueOf(number.getMantissa(), number.getScale());
  }

  /**
   * Turns the worker's last words into an end that the worker claims.
   *
   * @param sets sent with the current call; 0 outside of one
   */
  static Ended fault(Fault fault, int sets) throws EndedException {
    require(fault.getLine() >= 0, "an impossible line");
    require(fault.getConsumed() >= 0 && fault.getConsumed() <= sets, "an impossible set count");
    return new Ended(
        claimed(fault.getCode()),
        ObservedBy.WORKER,
        text(fault.getMessage(), MESSAGE_BYTES_MAX),
        text(fault.getHook(), NAME_BYTES_MAX),
        fault.getLine(),
        text(fault.getExceptionClass(), NAME_BYTES_MAX),
        fault.getConsumed());
  }

  /** A worker may claim only what a worker can know; all else is a fault of its own. */
  private static WorkerEnd claimed(String code) {
    return switch (code) {
      case "STRATEGY_ERROR" -> WorkerEnd.STRATEGY_ERROR;
      case "PARAMETER_INVALID" -> WorkerEnd.PARAMETER_INVALID;
      case "BUDGET_EXCEEDED" -> WorkerEnd.BUDGET_EXCEEDED;
      case "RECURSION_LIMIT" -> WorkerEnd.RECURSION_LIMIT;
      case "OUTPUT_LIMIT" -> WorkerEnd.OUTPUT_LIMIT;
      case "INTENT_LIMIT" -> WorkerEnd.INTENT_LIMIT;
      case "POLICY_VIOLATION" -> WorkerEnd.POLICY_VIOLATION;
      default -> WorkerEnd.WORKER_FAULT;
    };
  }

  static String text(String text, int bytesMax) throws EndedException {
    require(Text.fits(text, bytesMax), "text of more than " + bytesMax + " bytes");
    return text;
  }

  private static void require(boolean holds, String what) throws EndedException {
    require(holds, Violation.VALUE_OUT_OF_BOUNDS, what);
  }

  static void require(boolean holds, Violation violation, String what) throws EndedException {
    if (!holds) {
      throw EndedException.violation(violation, what);
    }
  }
}
