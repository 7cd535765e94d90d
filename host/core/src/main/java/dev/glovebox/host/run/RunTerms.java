package dev.glovebox.host.run;

import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.RunId;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a run trades, for whom and with what.
 *
 * @param owner accountable identity
 * @param account the account its orders are for
 * @param venueId the venue its tokens name
 * @param intervalSeconds bar interval by instrument
 * @param capital what funds the run's sub-ledger, in {@code currency}
 * @param block most sets per answer; 1 is lock-step
 */
public record RunTerms(
    RunId run,
    String owner,
    String account,
    String venueId,
    List<Instrument> instruments,
    List<Long> intervalSeconds,
    String currency,
    BigDecimal capital,
    int block) {
  /** Copies the lists and checks their sizes. */
  public RunTerms {
    instruments = List.copyOf(instruments);
    intervalSeconds = List.copyOf(intervalSeconds);
    if (instruments.isEmpty() || instruments.size() != intervalSeconds.size()) {
      throw new IllegalArgumentException("each instrument has an interval");
    }
  }
}
