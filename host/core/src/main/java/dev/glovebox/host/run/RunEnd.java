package dev.glovebox.host.run;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.jail.ObservedBy;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final Pattern NAME = Pattern.compile("([A-Z][A-Z_]{1,40}): ");

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

  /**
   * Returns the stable name of what the worker broke, where it broke the protocol: the host wrote
   * it before the first colon of the message.
   */
  public Optional<String> violation() {
    return code == Code.PROTOCOL_VIOLATION && observedBy == ObservedBy.HOST
        ? Optional.of(NAME.matcher(message.raw()))
            .filter(Matcher::lookingAt)
            .map(found -> found.group(1))
        : Optional.empty();
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
