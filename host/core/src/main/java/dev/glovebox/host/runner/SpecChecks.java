package dev.glovebox.host.runner;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.runner.RunSpec.TradedSeries;
import dev.glovebox.host.runner.RunSpec.WorkerTable;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.WorkerLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a RunSpec must be before anything is looked up. Refuses with SPEC_INVALID and the path. */
public final class SpecChecks {
  /** Costs are below the whole price. */
  public static final BigDecimal BASIS_POINTS_MAX = BigDecimal.valueOf(10_000);

  /** Largest heap and direct memory of a worker, in mebibytes. */
  public static final int MEBIBYTES_MAX = 4096;

  /** Longest wall time of one hook or of the start, in seconds. */
  public static final int WALL_SECONDS_MAX = 120;

  /** Least statements of one hook call: with fewer the strategy interface could not be loaded. */
  public static final long STATEMENTS_MIN = 10_000;

  /** Most statements of one hook call. */
  public static final long STATEMENTS_MAX = 1_000_000_000;

  /** Deepest recursion. */
  public static final int RECURSION_MAX = 1000;

  /** Longest log line and most log of a run, in bytes. */
  public static final int LOG_BYTES_MAX = 16 * 1024 * 1024;

  /** Most intents of one hook call. */
  public static final int INTENTS_MAX = 4096;

  /** Most bars of history that a worker keeps. */
  public static final int HISTORY_BARS_MAX = 100_000;

  private SpecChecks() {}

  /** Checks everything that the spec alone decides. */
  static void check(RunSpec spec) {
    must(
        spec.block() >= 1 && spec.block() <= WorkerLimits.BLOCK_SETS_MAX,
        "block",
        "is 1 to " + WorkerLimits.BLOCK_SETS_MAX);
    must(
        Arrays.stream(Profile.values()).anyMatch(each -> each.text().equals(spec.profile())),
        "profile",
        "is gate or bulk");
    must(
        Arrays.stream(Tier.values()).anyMatch(tier -> tier.text().equals(spec.tierFloor())),
        "tier_floor",
        "is process, bwrap or oci");
    must(spec.account().type().equals("CASH"), "account.type", "is CASH in this build");
    must(spec.account().cash().size() == 1, "account.cash", "names one currency");
    must(capital(spec).signum() > 0, "account.cash", "is above zero");
    must(basisPoints(spec.feeBasisPoints()), "fees.basis_points", "is 0 or more, below 10000");
    must(
        basisPoints(spec.halfSpreadBasisPoints()),
        "costs.half_spread_basis_points",
        "is 0 or more, below 10000");
    must(!spec.instruments().isEmpty(), "instruments", "names one");
    if (spec.instruments().size() > 1) {
      throw new Refusal(
          Code.INSTRUMENTS_UNSUPPORTED, "instruments: this build runs one instrument");
    }
    worker(spec.worker());
  }

  /** Returns the weakest tier that a checked spec accepts. */
  static Tier floor(RunSpec spec) {
    return Tier.valueOf(spec.tierFloor().toUpperCase(Locale.ROOT));
  }

  /** Returns the profile of a checked spec's worker. */
  static Profile profile(RunSpec spec) {
    return Profile.valueOf(spec.profile().toUpperCase(Locale.ROOT));
  }

  /** Returns the account's one currency. */
  static String currency(RunSpec spec) {
    return spec.account().cash().firstKey();
  }

  /** Returns what funds the run. */
  static BigDecimal capital(RunSpec spec) {
    return spec.account().cash().sequencedValues().getFirst();
  }

  /** Returns the instruments, in the account's currency. */
  static List<Instrument> instruments(RunSpec spec) {
    try {
      return spec.instruments().stream().map(given -> instrument(spec, given)).toList();
    } catch (IllegalArgumentException e) {
      throw new Refusal(Code.SPEC_INVALID, "instruments: " + e.getMessage());
    }
  }

  /** Returns the worker's limits. */
  static WorkerLimits limits(WorkerTable table) {
    return new WorkerLimits(
        table.statementsPerHookMax(),
        Duration.ofSeconds(table.wallPerHookSeconds()),
        Duration.ofSeconds(table.wallStartSeconds()),
        table.heapMebibytes(),
        table.directMebibytes(),
        table.recursionMax(),
        table.logLineBytesMax(),
        table.logRunBytesMax(),
        table.intentsPerHookMax(),
        table.historyBarsMax());
  }

  private static Instrument instrument(RunSpec spec, TradedSeries given) {
    must(
        given.stamp().equals("open") || given.stamp().equals("close"),
        "instruments.stamp",
        "is open or close");
    must(
        given.currency().equals(currency(spec)),
        "instruments.currency",
        "is the account's currency in this build");
    return new Instrument(
        given.id(), given.currency(), given.tick(), given.lot(), given.multiplier());
  }

  private static void worker(WorkerTable table) {
    must(
        table.statementsPerHookMax() >= STATEMENTS_MIN
            && table.statementsPerHookMax() <= STATEMENTS_MAX,
        "worker.statements_per_hook_max",
        "is " + STATEMENTS_MIN + " to " + STATEMENTS_MAX);
    within(table.wallPerHookSeconds(), WALL_SECONDS_MAX, "wall_per_hook_seconds");
    within(table.wallStartSeconds(), WALL_SECONDS_MAX, "wall_start_seconds");
    within(table.heapMebibytes(), MEBIBYTES_MAX, "heap_mebibytes");
    within(table.directMebibytes(), MEBIBYTES_MAX, "direct_mebibytes");
    within(table.recursionMax(), RECURSION_MAX, "recursion_max");
    within(table.logLineBytesMax(), LOG_BYTES_MAX, "log_line_bytes_max");
    within(table.logRunBytesMax(), LOG_BYTES_MAX, "log_run_bytes_max");
    within(table.intentsPerHookMax(), INTENTS_MAX, "intents_per_hook_max");
    within(table.historyBarsMax(), HISTORY_BARS_MAX, "history_bars_max");
  }

  private static void within(long value, long max, String key) {
    must(value >= 1 && value <= max, "worker." + key, "is 1 to " + max);
  }

  private static boolean basisPoints(BigDecimal value) {
    return value.signum() >= 0 && value.compareTo(BASIS_POINTS_MAX) < 0;
  }

  private static void must(boolean holds, String path, String rule) {
    if (!holds) {
      throw new Refusal(Code.SPEC_INVALID, path + ": " + rule);
    }
  }
}
