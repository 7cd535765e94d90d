package dev.glovebox.host.risk;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Decimals;
import java.math.BigDecimal;
import java.util.Optional;

/** Does one order, taken alone, fit grid and size limits? */
enum SizeCheck implements RiskCheck {
  /** The quantity is a multiple of the lot. */
  QUANTITY_OFF_GRID(Code.QUANTITY_OFF_GRID),
  /** The prices are multiples of the tick; a market order names none. */
  PRICE_OFF_GRID(Code.PRICE_OFF_GRID),
  /** The quantity reaches the minimum. */
  QUANTITY_BELOW_MIN(Code.QUANTITY_BELOW_MIN),
  /** The quantity stays within the maximum. */
  QUANTITY_ABOVE_MAX(Code.QUANTITY_ABOVE_MAX),
  /** The value at the last close reaches the minimum. */
  NOTIONAL_BELOW_MIN(Code.NOTIONAL_BELOW_MIN),
  /** The value at the last close stays within the maximum. */
  NOTIONAL_ABOVE_MAX(Code.NOTIONAL_ABOVE_MAX);

  private final Code code;

  SizeCheck(Code code) {
    this.code = code;
  }

  @Override
  public Code code() {
    return code;
  }

  @Override
  public boolean needsInstrument() {
    return true;
  }

  @Override
  public Optional<Objection> objection(RiskQuestion question) {
    Limits limits = question.terms().limits();
    BigDecimal quantity = question.quantity();
    return switch (this) {
      case QUANTITY_OFF_GRID -> {
        BigDecimal lot = question.instrument().lot();
        yield quantity.remainder(lot).signum() == 0
            ? Optional.empty()
            : Objection.of(Decimals.text(quantity), Decimals.text(lot));
      }
      case PRICE_OFF_GRID -> Optional.empty();
      case QUANTITY_BELOW_MIN -> Objection.ifBelow(quantity, limits.quantityMin());
      case QUANTITY_ABOVE_MAX ->
          Objection.ifAbove(quantity, limits.quantityMax().min(Countable.most(question)));
      case NOTIONAL_BELOW_MIN -> Objection.ifBelow(question.notional(), limits.notionalMin());
      case NOTIONAL_ABOVE_MAX -> Objection.ifAbove(question.notional(), limits.notionalMax());
    };
  }
}
