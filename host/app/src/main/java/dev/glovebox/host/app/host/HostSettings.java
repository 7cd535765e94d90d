package dev.glovebox.host.app.host;

import dev.glovebox.host.app.spec.LimitsFile;
import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.identity.Directory;
import dev.glovebox.host.payload.LowWater;
import dev.glovebox.jail.Tier;
import dev.glovebox.session.PoolBudget;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a host is opened with.
 *
 * @param data folder of its state, mode 0700; keys, log, payloads, second place, database
 * @param runtime short private folder of this process's sockets and child folders
 * @param secondPlace second copy of every checkpoint; empty = below {@code data}
 * @param keep false: the state is thrown away at the end
 * @param limits what runs may refer to; the first is for runs that name none
 * @param workersMax runs at once
 * @param directory accounts and sponsors; empty on a private host
 * @param reviewers who may pass candidates through the gates; nobody on a private host
 * @param tierFloor weakest isolation that this host accepts for any process
 * @param marks free disk space below which nothing new is taken on, and below which runs end
 * @param density runs that share a worker; nobody does on a private host
 * @param pool processes that wait for their run or source; none on a private host
 * @param privateHost whether the one caller is the user who started it
 */
public record HostSettings(
    Path data,
    Path runtime,
    Environment environment,
    Optional<Path> secondPlace,
    boolean keep,
    List<LimitsFile> limits,
    int workersMax,
    Directory directory,
    ReviewerSettings reviewers,
    Tier tierFloor,
    LowWater.Marks marks,
    Density density,
    PoolBudget pool,
    boolean privateHost) {
  /** Copies the list. */
  public HostSettings {
    limits = List.copyOf(limits);
  }

  /** Returns the folder of the host's keys. */
  public Path keys() {
    return data.resolve("keys");
  }

  /** Returns the file that an auditor is given. */
  public Path trustFile() {
    return data.resolve("trust.json");
  }
}
