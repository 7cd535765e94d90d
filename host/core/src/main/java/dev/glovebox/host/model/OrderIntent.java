package dev.glovebox.host.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a strategy asks for, in the host's words. Untrusted: well-formed is not the same as allowed.
 *
 * @param key taken from the run-wide sequence, also when the intent is denied
 * @param instrumentId as named by the guest
 * @param instrument index into the run's instruments; empty if the run does not trade it
 * @param call the API call, for example {@code buy}
 */
public record OrderIntent(
    OrderKey key,
    UntrustedText instrumentId,
    Optional<Integer> instrument,
    UntrustedText call,
    UntrustedText tag,
    boolean reduceOnly,
    Terms terms) {

  /** What kind of order is asked for; closed, so that a new kind is a compile error everywhere. */
  public sealed interface Terms {}

  /**
   * A market order with a quantity above zero.
   *
   * @param original text of the float that was snapped to the grid, if one was
   */
  public record Market(Side side, BigDecimal quantity, Optional<UntrustedText> original)
      implements Terms {}

  /** An order type that this build carries but does not trade. */
  public record Unsupported(UntrustedText type) implements Terms {}

  /**
   * A request that makes no sense.
   *
   * @param reason ours, free of candidate text
   * @param given what stood where a number belongs; may be empty
   */
  public record Malformed(Optional<Side> side, String reason, UntrustedText given)
      implements Terms {}
}
