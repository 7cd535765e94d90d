package dev.glovebox.jail;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a guest asked for, as received: bounded in size, otherwise unchecked and untrusted.
 *
 * @param sequence run-wide number from 1; the session has checked that it rises by one
 * @param instrument untrusted text, at most 64 bytes
 * @param tag untrusted text, at most 128 bytes
 * @param call the API call, for example {@code buy}; untrusted text
 */
public record RawIntent(
    int sequence, String instrument, String tag, String call, boolean reduceOnly, Kind kind) {

  /** What kind of order; closed, so that a new kind is a compile error everywhere. */
  public sealed interface Kind permits Market, Other {}

  /** A market order. */
  public record Market(OrderSide side, Amount quantity) implements Kind {}

  /**
   * A kind that this build carries but does not trade: it is denied.
   *
   * @param name for example {@code limit}, or {@code unknown}
   */
  public record Other(String name) implements Kind {}

  /**
   * A number from the guest. Exactly one of value and invalid is present.
   *
   * @param original shortest decimal text of a float that was snapped to the grid
   * @param invalid what was given instead of a number; untrusted text
   */
  public record Amount(
      Optional<BigDecimal> value, Optional<String> original, Optional<String> invalid) {}
}
