package dev.glovebox.host.risk;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.OrderIntent.Malformed;
import dev.glovebox.host.model.OrderIntent.Market;
import dev.glovebox.host.model.OrderIntent.Unsupported;
import dev.glovebox.host.model.Side;
import java.util.Optional;

/** Is it an order at all, of a kind that is traded, at a time when orders are taken? */
enum FormCheck implements RiskCheck {
  /** The intent makes sense. */
  INTENT_INVALID(Code.INTENT_INVALID),
  /** The order type is built. */
  ORDER_TYPE_UNSUPPORTED(Code.ORDER_TYPE_UNSUPPORTED),
  /** The warm-up is over. */
  WARMING_UP(Code.WARMING_UP);

  private final Code code;

  FormCheck(Code code) {
    this.code = code;
  }

  @Override
  public Code code() {
    return code;
  }

  @Override
  public boolean needsInstrument() {
    return false;
  }

  @Override
  public Optional<Objection> objection(RiskQuestion question) {
    return switch (this) {
      case INTENT_INVALID ->
          question.intent().terms() instanceof Malformed malformed
              ? Objection.of(malformed.reason(), "")
              : Optional.empty();
      case ORDER_TYPE_UNSUPPORTED ->
          switch (question.intent().terms()) {
            case Unsupported _ -> Objection.of("another type", "MARKET");
            // Nothing is ever short in a cash account, so a buy has nothing to reduce.
            case Market(Side side, _, _) when side == Side.BUY && question.intent().reduceOnly() ->
                Objection.of("reduce-only buy", "MARKET");
            case Market _, Malformed _ -> Optional.empty();
          };
      case WARMING_UP -> question.warmingUp() ? Objection.of("warming up", "") : Optional.empty();
    };
  }
}
