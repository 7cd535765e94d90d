package dev.glovebox.host.identity;

/** What a caller may do; roles come from the host's configuration alone. */
public enum Role {
  /** Submit, backtest, read own. */
  AGENT,
  /** The two gates. */
  REVIEWER,
  /** Risk, kill switch, configuration. */
  OPERATOR,
  /** Read, verify, replay. */
  AUDITOR
}
