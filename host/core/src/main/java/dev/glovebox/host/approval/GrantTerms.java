package dev.glovebox.host.approval;

import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Sha256;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a run grant binds, and what a run start is compared with, part by part.
 *
 * @param parameters SHA-256 of the canonical JSON object of parameter texts
 * @param account {@code teams/T/accounts/A}
 * @param capital what funds the run, in {@code currency}
 * @param mode the mode's name; this package never decides by it
 * @param costs SHA-256 of the canonical JSON of the RunSpec's {@code fees} and {@code costs}
 * @param limits hash of the limits file
 * @param runSpec hash of the whole RunSpec: binds what no other part names
 */
public record GrantTerms(
    CandidateId candidate,
    Sha256 artifact,
    Sha256 prepared,
    Sha256 parameters,
    String account,
    String currency,
    BigDecimal capital,
    List<GrantedInstrument> instruments,
    String mode,
    Sha256 costs,
    Sha256 limits,
    String tierFloor,
    Sha256 runSpec) {
  /** Copies the list. */
  public GrantTerms {
    instruments = List.copyOf(instruments);
  }

  /**
   * One instrument with its timeframe.
   *
   * @param intervalSeconds bar interval
   */
  public record GrantedInstrument(
      String id,
      long intervalSeconds,
      String currency,
      BigDecimal tick,
      BigDecimal lot,
      BigDecimal multiplier) {}
}
