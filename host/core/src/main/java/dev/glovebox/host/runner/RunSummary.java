package dev.glovebox.host.runner;

import dev.glovebox.host.model.Mode;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * One run, as far as a reader may know.
 *
 * @param account {@code teams/T/accounts/A}; empty for a backtest
 * @param grant {@code teams/T/grants/G}; empty for a backtest
 * @param code how it ended; empty while it goes on
 */
public record RunSummary(
    RunId run,
    String owner,
    Mode mode,
    RunTable.State state,
    Sha256 artifact,
    Sha256 runSpec,
    Optional<String> account,
    Optional<String> grant,
    Optional<String> code,
    Instant startedAt,
    Optional<Instant> endedAt) {
  static RunSummary of(RunTable.RunRow row) {
    return new RunSummary(
        row.run(),
        row.owner(),
        row.mode(),
        row.state(),
        row.artifact(),
        row.runSpec(),
        row.account(),
        row.grant(),
        row.code(),
        row.startedAt(),
        row.endedAt());
  }
}
