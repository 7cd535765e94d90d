package dev.glovebox.host.runner;

import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Mode;
import dev.glovebox.host.model.Sha256;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one description of a run, every default filled in, files replaced by hashes.
 *
 * @param block sets per answer; 1 is lock-step, above 1 the run is indicative; 1 to 4096
 * @param profile {@code gate} or {@code bulk}
 * @param tierFloor weakest isolation tier accepted, for example {@code process}
 * @param analysis false only on a private host, and recorded
 * @param fileName shown in messages, for example {@code sma.py}; no part of the hashed form
 * @param feedSpeed how a recorded feed is played: {@code max}, or recorded seconds per second as a
 *     canonical decimal above 0; empty for a backtest, and then no part of the form
 */
public record RunSpec(
    Mode mode,
    int block,
    String profile,
    long seed,
    String tierFloor,
    boolean analysis,
    Sha256 artifact,
    String fileName,
    SortedMap<String, String> parameters,
    Account account,
    List<TradedSeries> instruments,
    BigDecimal feeBasisPoints,
    BigDecimal halfSpreadBasisPoints,
    Sha256 limits,
    WorkerTable worker,
    Optional<String> feedSpeed) {
  /** Version of the RunSpec form. */
  public static final int VERSION = 1;

  /** Word for a recorded feed that waits for nothing. */
  public static final String SPEED_MAX = "max";

  /** Copies the collections. */
  public RunSpec {
    parameters = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    instruments = List.copyOf(instruments);
  }

  /**
   * Account of the run: type CASH, cash per currency.
   *
   * @param id {@code teams/T/accounts/A}; empty for a backtest, which has no account to share
   */
  public record Account(String type, SortedMap<String, BigDecimal> cash, Optional<String> id) {
    /** Copies the map. */
    public Account {
      cash = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(cash));
    }

    /** Describes the account of a backtest. */
    public Account(String type, SortedMap<String, BigDecimal> cash) {
      this(type, cash, Optional.empty());
    }
  }

  /** One instrument with its imported series. */
  public record TradedSeries(
      String id,
      Sha256 series,
      String stamp,
      String currency,
      BigDecimal tick,
      BigDecimal lot,
      BigDecimal multiplier) {
    private TradedSeries scaled(BigDecimal times) {
      return new TradedSeries(id, series, stamp, currency, tick.multiply(times), lot, multiplier);
    }
  }

  /** The {@code [worker]} table; bytes, counts, seconds and mebibytes as named. */
  public record WorkerTable(
      long statementsPerHookMax,
      int wallPerHookSeconds,
      int wallStartSeconds,
      int heapMebibytes,
      int directMebibytes,
      int recursionMax,
      int logLineBytesMax,
      int logRunBytesMax,
      int intentsPerHookMax,
      int historyBarsMax) {}

  /** Returns this spec in money of another worth: cash and ticks times {@code factor}. */
  public RunSpec scaled(int factor) {
    BigDecimal times = BigDecimal.valueOf(factor);
    TreeMap<String, BigDecimal> cash = new TreeMap<>();
    account.cash().forEach((currency, amount) -> cash.put(currency, amount.multiply(times)));
    return new RunSpec(
        mode,
        block,
        profile,
        seed,
        tierFloor,
        analysis,
        artifact,
        fileName,
        parameters,
        new Account(account.type(), cash, account.id()),
        instruments.stream().map(traded -> traded.scaled(times)).toList(),
        feeBasisPoints,
        halfSpreadBasisPoints,
        limits,
        worker,
        feedSpeed);
  }

  /** Returns this spec with another block and profile. */
  public RunSpec varied(int otherBlock, String otherProfile) {
    return new RunSpec(
        mode,
        otherBlock,
        otherProfile,
        seed,
        tierFloor,
        analysis,
        artifact,
        fileName,
        parameters,
        account,
        instruments,
        feeBasisPoints,
        halfSpreadBasisPoints,
        limits,
        worker,
        feedSpeed);
  }

  /** Returns the canonical form that is hashed, stored and printed as {@code runspec.json}. */
  public Json.Obj json() {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("version", Json.of(VERSION));
    members.put("mode", Json.of(mode.name()));
    members.put("block", Json.of(block));
    members.put("profile", Json.of(profile));
    members.put("seed", Json.of(seed));
    members.put("tier_floor", Json.of(tierFloor));
    members.put("analysis", Json.of(analysis ? "on" : "off"));
    members.put("artifact", Json.of(Map.of("sha256", Json.of(artifact.hex()))));
    members.put("parameters", parametersJson());
    members.put("account", accountJson());
    members.put("instruments", Json.of(instruments.stream().map(RunSpec::json).toList()));
    members.put("fees", feesJson());
    members.put("costs", costsJson());
    members.put("limits", Json.of(Map.of("sha256", Json.of(limits.hex()))));
    members.put("worker", json(worker));
    feedSpeed.ifPresent(speed -> members.put("feed", Json.of(Map.of("speed", Json.of(speed)))));
    return Json.of(members);
  }

  /** Returns the parameters as the canonical form shows them. */
  public Json.Obj parametersJson() {
    return texts(parameters);
  }

  /** Returns the fees as the canonical form shows them. */
  public Json.Obj feesJson() {
    return Json.of(Map.of("basis_points", Json.of(feeBasisPoints)));
  }

  /** Returns the costs as the canonical form shows them. */
  public Json.Obj costsJson() {
    return Json.of(
        Map.of(
            "half_spread_basis_points", Json.of(halfSpreadBasisPoints),
            "impact", Json.of("off"),
            "participation", Json.of("off")));
  }

  /** Returns the SHA-256 of {@link #json()}. */
  public Sha256 hash() {
    return Sha256.of(json().bytes());
  }

  private Json accountJson() {
    TreeMap<String, Json> cash = new TreeMap<>();
    account.cash().forEach((currency, amount) -> cash.put(currency, Json.of(amount)));
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("type", Json.of(account.type()));
    members.put("cash", Json.of(cash));
    account.id().ifPresent(id -> members.put("id", Json.of(id)));
    return Json.of(members);
  }

  private static Json.Obj texts(Map<String, String> values) {
    TreeMap<String, Json> members = new TreeMap<>();
    values.forEach((name, value) -> members.put(name, Json.of(value)));
    return Json.of(members);
  }

  private static Json json(TradedSeries series) {
    return Json.of(
        Map.of(
            "id", Json.of(series.id()),
            "series", Json.of(series.series().hex()),
            "stamp", Json.of(series.stamp()),
            "currency", Json.of(series.currency()),
            "tick", Json.of(series.tick()),
            "lot", Json.of(series.lot()),
            "multiplier", Json.of(series.multiplier())));
  }

  private static Json json(WorkerTable table) {
    return Json.of(
        Map.of(
            "statements_per_hook_max", Json.of(table.statementsPerHookMax()),
            "wall_per_hook_seconds", Json.of(table.wallPerHookSeconds()),
            "wall_start_seconds", Json.of(table.wallStartSeconds()),
            "heap_mebibytes", Json.of(table.heapMebibytes()),
            "direct_mebibytes", Json.of(table.directMebibytes()),
            "recursion_max", Json.of(table.recursionMax()),
            "log_line_bytes_max", Json.of(table.logLineBytesMax()),
            "log_run_bytes_max", Json.of(table.logRunBytesMax()),
            "intents_per_hook_max", Json.of(table.intentsPerHookMax()),
            "history_bars_max", Json.of(table.historyBarsMax())));
  }
}
