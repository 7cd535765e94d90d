package dev.glovebox.host.risk;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.Side;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Does the account bear it, working orders counted? */
enum ExposureCheck implements RiskCheck {
  /** The position's value after all working buys stays within the maximum. */
  POSITION_ABOVE_MAX(Code.POSITION_ABOVE_MAX),
  /** Nothing is sold that is not held and free. */
  SHORT_NOT_ALLOWED(Code.SHORT_NOT_ALLOWED),
  /** Available cash covers the reserve; unfilled sale proceeds never count. */
  BUYING_POWER(Code.BUYING_POWER),
  /** The expected price stays near the last close. */
  PRICE_COLLAR(Code.PRICE_COLLAR);

  private final Code code;

  ExposureCheck(Code code) {
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
    boolean buy = question.side() == Side.BUY;
    return switch (this) {
      case POSITION_ABOVE_MAX -> buy ? position(question) : Optional.empty();
      case SHORT_NOT_ALLOWED ->
          buy
              ? Optional.empty()
              : Objection.ifAbove(
                  question.quantity(), question.position().subtract(question.working(Side.SELL)));
      case BUYING_POWER -> buy ? buyingPower(question) : Optional.empty();
      // A market order is expected at the last close and half the spread, on either side of it.
      case PRICE_COLLAR -> Objection.ifAbove(question.terms().halfSpread(), limits.priceCollar());
    };
  }

  private static Optional<Objection> position(RiskQuestion question) {
    BigDecimal after = question.position().add(question.working(Side.BUY)).add(question.quantity());
    Optional<Objection> uncountable = Objection.ifAbove(after, Countable.most(question));
    return uncountable.isPresent()
        ? uncountable
        : Objection.ifAbove(question.value(after), question.terms().limits().positionNotionalMax());
  }

  private static Optional<Objection> buyingPower(RiskQuestion question) {
    BigDecimal needed = question.reserve();
    BigDecimal available = question.view().books().available();
    if (needed.compareTo(available) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Objection(
            Decimals.text(needed),
            Decimals.text(available),
            Map.of(
                "largest_quantity",
                Decimals.text(question.largestQuantity()),
                "pending_proceeds",
                Decimals.text(question.value(question.working(Side.SELL))))));
  }
}
