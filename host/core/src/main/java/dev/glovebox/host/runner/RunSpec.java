package dev.glovebox.host.runner;

import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Mode;
import dev.glovebox.host.model.Sha256;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
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
    WorkerTable worker) {
  /** Version of the RunSpec form. */
  public static final int VERSION = 1;

  /** Copies the collections. */
  public RunSpec {
    parameters = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    instruments = List.copyOf(instruments);
  }

  /** Account of the run: type CASH, cash per currency. */
  public record Account(String type, SortedMap<String, BigDecimal> cash) {
    /** Copies the map. */
    public Account {
      cash = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(cash));
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
      BigDecimal multiplier) {}

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

  /** Returns the canonical form that is hashed, stored and printed as {@code runspec.json}. */
  public Json.Obj json() {
    return Json.of(
        Map.ofEntries(
            Map.entry("version", Json.of(VERSION)),
            Map.entry("mode", Json.of(mode.name())),
            Map.entry("block", Json.of(block)),
            Map.entry("profile", Json.of(profile)),
            Map.entry("seed", Json.of(seed)),
            Map.entry("tier_floor", Json.of(tierFloor)),
            Map.entry("analysis", Json.of(analysis ? "on" : "off")),
            Map.entry("artifact", Json.of(Map.of("sha256", Json.of(artifact.hex())))),
            Map.entry("parameters", texts(parameters)),
            Map.entry("account", accountJson()),
            Map.entry("instruments", Json.of(instruments.stream().map(RunSpec::json).toList())),
            Map.entry("fees", Json.of(Map.of("basis_points", Json.of(feeBasisPoints)))),
            Map.entry(
                "costs",
                Json.of(
                    Map.of(
                        "half_spread_basis_points",
                        Json.of(halfSpreadBasisPoints),
                        "impact",
                        Json.of("off"),
                        "participation",
                        Json.of("off")))),
            Map.entry("limits", Json.of(Map.of("sha256", Json.of(limits.hex())))),
            Map.entry("worker", json(worker))));
  }

  /** Returns the SHA-256 of {@link #json()}. */
  public Sha256 hash() {
    return Sha256.of(json().bytes());
  }

  private Json accountJson() {
    TreeMap<String, Json> cash = new TreeMap<>();
    account.cash().forEach((currency, amount) -> cash.put(currency, Json.of(amount)));
    return Json.of(Map.of("type", Json.of(account.type()), "cash", Json.of(cash)));
  }

  private static Json texts(Map<String, String> values) {
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
