package dev.glovebox.host.risk;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Decimals;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * One pre-trade question. The set is closed, and {@link RiskGate#CHECKS} is its one order.
 *
 * <p>A check is pure. It may throw: the gate then denies with CHECK_FAILED.
 */
public sealed interface RiskCheck permits FormCheck, SizeCheck, ExposureCheck, ConductCheck {
  /** The code of its denial; never changes once released. */
  Code code();

  /**
   * Returns whether the question is about an instrument that the run trades. It is not asked for
   * others: INSTRUMENT_NOT_ALLOWED denies those.
   */
  boolean needsInstrument();

  /** Returns why not, or empty to pass. */
  Optional<Objection> objection(RiskQuestion question);

  /**
   * Why not.
   *
   * @param observed what was seen, free of candidate text
   * @param limit what it was compared with; may be empty
   * @param facts further figures by name
   */
  record Objection(String observed, String limit, Map<String, String> facts) {
    /** Copies the facts. */
    public Objection {
      facts = Map.copyOf(facts);
    }

    static Optional<Objection> of(String observed, String limit) {
      return Optional.of(new Objection(observed, limit, Map.of()));
    }

    /** Objects if {@code observed} is above {@code max}; at the limit it passes. */
    static Optional<Objection> ifAbove(BigDecimal observed, BigDecimal max) {
      return observed.compareTo(max) > 0
          ? of(Decimals.text(observed), Decimals.text(max))
          : Optional.empty();
    }

    /** Objects if {@code observed} is below {@code min}; at the limit it passes. */
    static Optional<Objection> ifBelow(BigDecimal observed, BigDecimal min) {
      return observed.compareTo(min) < 0
          ? of(Decimals.text(observed), Decimals.text(min))
          : Optional.empty();
    }
  }
}
