package dev.glovebox.host.run;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.jail.ObservedBy;

/**
 * How a run ended.
 *
 * @param code OK when COMPLETED
 * @param message what a fault said; untrusted
 * @param hook where the guest was; untrusted, may be empty
 * @param line of the submitted source, 1-based; 0 = unknown
 */
public record RunEnd(
    Outcome outcome,
    Code code,
    ObservedBy observedBy,
    UntrustedText message,
    UntrustedText hook,
    int line) {

  /** What a run came to. */
  public enum Outcome {
    /** Every bar was processed. */
    COMPLETED,
    /** A fault of the strategy or its worker ended it. */
    FAILED,
    /** The host ended it before its time. */
    INTERRUPTED,
    /** It never began. */
    REFUSED
  }

  /** The run went to its last bar. */
  public static RunEnd completed() {
    return ofHost(Outcome.COMPLETED, Code.OK, "");
  }

  /** The host saw it; {@code sentence} is ours. */
  public static RunEnd ofHost(Outcome outcome, Code code, String sentence) {
    return new RunEnd(
        outcome, code, ObservedBy.HOST, new UntrustedText(sentence), new UntrustedText(""), 0);
  }
}
