package dev.glovebox.host.run;

import java.util.List;

/**
 * The order of events at closeTime(t), once and for all modes. A set is all bars with equal
 * closeTime, in instrument order.
 */
public enum EventStep {
  /** 1. Corporate actions effective before open(t), on holdings and open orders. */
  CORPORATE_ACTIONS,
  /** 2. Resting orders against bar t, reducing orders before increasing ones. */
  RESTING_ORDERS,
  /** 3. Expiries and timeouts. */
  EXPIRIES,
  /** 4. Mark to close, risk state. */
  MARKS_AND_RISK,
  /** 5. {@code on_fill}, {@code on_order}, then {@code on_bar} or {@code on_bars}. */
  HOOKS,
  /** 6. Intents in call order: ruling, plan, token, order; earliest fill open(t+1). */
  INTENTS,
  /** 7. The Decision. */
  DECISION;

  /** Steps that run for the whole set before any hook. */
  static final List<EventStep> BEFORE_HOOKS =
      List.of(CORPORATE_ACTIONS, RESTING_ORDERS, EXPIRIES, MARKS_AND_RISK);

  /** Steps that run once the hooks of the set have returned. */
  static final List<EventStep> AFTER_HOOKS = List.of(INTENTS, DECISION);
}
