package dev.glovebox.host.risk;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.OrderIntent;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The gate's answer to one intent. Exactly one of the two, and both are recorded. */
public sealed interface Ruling {
  /** The intent that was ruled on; the gate never alters it. */
  OrderIntent intent();

  /**
   * Every check passed; the intent may become a plan.
   *
   * @param reserve cash to set aside, zero for a sale
   */
  record Allowed(OrderIntent intent, BigDecimal reserve) implements Ruling {}

  /**
   * A check said no, or could not say.
   *
   * @param code the first check that failed, or CHECK_FAILED
   * @param observed what the check saw, free of candidate text
   * @param limit what it compared with; may be empty
   * @param facts further figures for the record, by name
   */
  record Denied(
      OrderIntent intent, Code code, String observed, String limit, SortedMap<String, String> facts)
      implements Ruling {
    /** Copies the facts. */
    public Denied {
      facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }
  }
}
