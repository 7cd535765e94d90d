package dev.glovebox.host.risk;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.OrderIntent;
import dev.glovebox.host.risk.RiskCheck.Objection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The one door between an order intent and a plan.
 *
 * <p>Fails closed: a check that throws or lacks its input denies with CHECK_FAILED. The gate never
 * alters an intent. Immutable; its answer depends on the arguments and the terms alone.
 */
public final class RiskGate {
  /** Every check there is, in the order of contracts.md; the first that objects rules. */
  public static final List<RiskCheck> CHECKS =
      List.of(
          FormCheck.INTENT_INVALID,
          FormCheck.ORDER_TYPE_UNSUPPORTED,
          FormCheck.WARMING_UP,
          SizeCheck.QUANTITY_OFF_GRID,
          SizeCheck.PRICE_OFF_GRID,
          SizeCheck.QUANTITY_BELOW_MIN,
          SizeCheck.QUANTITY_ABOVE_MAX,
          SizeCheck.NOTIONAL_BELOW_MIN,
          SizeCheck.NOTIONAL_ABOVE_MAX,
          ExposureCheck.POSITION_ABOVE_MAX,
          ExposureCheck.SHORT_NOT_ALLOWED,
          ExposureCheck.BUYING_POWER,
          ExposureCheck.PRICE_COLLAR,
          ConductCheck.ORDER_RATE,
          ConductCheck.INSTRUMENT_NOT_ALLOWED,
          ConductCheck.DRAWDOWN,
          ConductCheck.TRADING_HALTED);

  private final RiskTerms terms;

  /** Builds the gate of one run. */
  public RiskGate(RiskTerms terms) {
    this.terms = terms;
  }

  /** Rules on {@code intent}; the first objection wins. Never throws on account of a check. */
  public Ruling rule(OrderIntent intent, RiskView view) {
    RiskQuestion question = new RiskQuestion(intent, terms, view);
    for (RiskCheck check : CHECKS) {
      if (check.needsInstrument() && intent.instrument().isEmpty()) {
        continue; // INSTRUMENT_NOT_ALLOWED, further down, denies it for certain.
      }
      Optional<Objection> objection;
      try {
        objection = check.objection(question);
      } catch (RuntimeException e) {
        // A broken check must not become an open door, so its failure is itself a denial.
        return failed(intent, check.code());
      }
      if (objection.isPresent()) {
        Objection why = objection.get();
        return new Ruling.Denied(
            intent, check.code(), why.observed(), why.limit(), new TreeMap<>(why.facts()));
      }
    }
    try {
      BigDecimal reserve = question.reserve();
      return new Ruling.Allowed(intent, reserve);
    } catch (RuntimeException e) {
      return failed(intent, Code.BUYING_POWER);
    }
  }

  private static Ruling failed(OrderIntent intent, Code check) {
    return new Ruling.Denied(intent, Code.CHECK_FAILED, check.name(), "", new TreeMap<>());
  }
}
