package dev.glovebox.host.app.spec;

import dev.glovebox.host.app.spec.SpecDraft.Source;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.runner.RunSpec;
import dev.glovebox.host.runner.SpecChecks;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Strict reader of a RunSpec in TOML. Paths are relative to the file's own folder.
 *
 * <p>Refuses with SPEC_INVALID and the path and line of the key; INSTRUMENTS_UNSUPPORTED for more
 * than one instrument; MODE_UNSUPPORTED for a mode that is not built.
 */
public final class SpecFile {
  private static final int PARAMETERS_MAX = 64;

  private final Path folder;
  private final StrictToml toml;

  private SpecFile(Path file, StrictToml toml) {
    Path parent = file.toAbsolutePath().getParent();
    this.folder = parent == null ? Path.of("/") : parent;
    this.toml = toml;
  }

  /** Reads {@code file}. */
  public static SpecDraft read(Path file) {
    return new SpecFile(file, StrictToml.read(file, Code.SPEC_INVALID)).draft();
  }

  private SpecDraft draft() {
    toml.required("version", toml.number("version", number -> Words.within(number, 1, 1)));
    StrictToml account = toml.table("account");
    SpecDraft.Kind kind = kind(account);
    StrictToml artifactTable = toml.table("artifact");
    Source artifact = source(artifactTable, "file");
    SortedMap<String, BigDecimal> cash = cash(account);
    SpecDraft draft =
        new SpecDraft(
            toml.number("block", Words::block).orElse(1),
            toml.text("profile", Words::profile).orElse(SpecDraft.PROFILE_BY_BARS),
            toml.number("seed", Function.identity()).orElse(0L),
            toml.text("tier_floor", Words::tierFloor).orElse("process"),
            toml.text("analysis", Words::analysis).orElse(true),
            artifact,
            fileName(artifact),
            parameters(),
            cash,
            instruments(cash.firstKey()),
            fee(),
            halfSpread(),
            limits(),
            worker(),
            kind);
    artifactTable.mustBeKnown();
    toml.mustBeKnown();
    return draft;
  }

  private SpecDraft.Kind kind(StrictToml account) {
    String mode = toml.text("mode", Function.identity()).orElse("BACKTEST");
    Optional<String> id = account.text("id", Words::account);
    StrictToml feed = toml.table("feed");
    Optional<String> speed = feed.text("speed", Words::speed);
    feed.mustBeKnown();
    return switch (mode) {
      case "BACKTEST" -> {
        if (id.isPresent()) {
          throw account.bad("id", "goes with mode PAPER; a backtest has no account");
        }
        if (speed.isPresent()) {
          throw feed.bad("speed", "goes with mode PAPER; a backtest plays no feed");
        }
        yield new SpecDraft.Kind.Backtest();
      }
      case "PAPER" ->
          new SpecDraft.Kind.Paper(account.required("id", id), speed.orElse(RunSpec.SPEED_MAX));
      case "LIVE" -> throw new Refusal(Code.MODE_UNSUPPORTED, "this build runs no LIVE mode");
      default -> throw toml.bad("mode", "must be BACKTEST or PAPER");
    };
  }

  private SortedMap<String, String> parameters() {
    StrictToml table = toml.table("parameters");
    if (table.keys().size() > PARAMETERS_MAX) {
      throw toml.bad("parameters", "must have at most " + PARAMETERS_MAX + " keys");
    }
    TreeMap<String, String> parameters = new TreeMap<>();
    for (String name : table.keys()) {
      parameters.put(name, table.required(name, table.text(name, Function.identity())));
    }
    return parameters;
  }

  private SortedMap<String, BigDecimal> cash(StrictToml account) {
    account.text("type", SpecFile::cashAccount);
    StrictToml table = account.table("cash");
    TreeMap<String, BigDecimal> cash = new TreeMap<>();
    for (String currency : table.keys()) {
      BigDecimal amount = table.required(currency, table.text(currency, Words::positive));
      cash.put(checkedCurrency(table, currency), amount);
    }
    account.mustBeKnown();
    if (cash.isEmpty()) {
      cash.put(SpecDraft.CURRENCY_DEFAULT, SpecDraft.CASH_DEFAULT);
    }
    if (cash.size() > 1) {
      throw toml.bad("account", "must hold cash in one currency in this build");
    }
    return cash;
  }

  private static String cashAccount(String type) {
    if (!type.equals("CASH")) {
      throw new IllegalArgumentException("must be CASH in this build");
    }
    return type;
  }

  private static String checkedCurrency(StrictToml table, String currency) {
    try {
      return Words.currency(currency);
    } catch (IllegalArgumentException e) {
      throw table.bad(currency, String.valueOf(e.getMessage()));
    }
  }

  private List<SpecDraft.Instrument> instruments(String currency) {
    List<StrictToml> tables = toml.tables("instruments");
    if (tables.isEmpty()) {
      throw toml.bad("instruments", "is missing");
    }
    List<SpecDraft.Instrument> instruments = new ArrayList<>();
    for (StrictToml table : tables) {
      SpecDraft.Instrument instrument = instrument(table);
      if (!instrument.currency().equals(currency)) {
        throw table.bad("currency", "must be the account's currency, " + currency);
      }
      instruments.add(instrument);
    }
    if (instruments.size() > 1) {
      throw new Refusal(
          Code.INSTRUMENTS_UNSUPPORTED, "this build runs one instrument, not " + tables.size());
    }
    return instruments;
  }

  private SpecDraft.Instrument instrument(StrictToml table) {
    boolean ticks = table.keys().contains("ticks");
    if (ticks && table.keys().contains("bars")) {
      throw table.bad("ticks", "and bars must not both be given");
    }
    Source bars = source(table, ticks ? "ticks" : "bars", "series");
    long interval = table.number("interval_seconds", Words::interval).orElse(0L);
    if (ticks && interval == 0) {
      throw table.bad("interval_seconds", "is missing; ticks have no interval of their own");
    }
    SpecDraft.Instrument instrument =
        new SpecDraft.Instrument(
            table.text("id", Words::instrument).orElseGet(() -> idOf(table, bars)),
            bars,
            table.text("stamp", Words::stamp).orElse("open"),
            interval,
            table.text("currency", Words::currency).orElse(SpecDraft.CURRENCY_DEFAULT),
            table.text("tick", Words::positive),
            table.text("lot", Words::positive).orElse(SpecDraft.LOT_DEFAULT),
            table.text("multiplier", Words::positive).orElse(BigDecimal.ONE),
            ticks);
    table.mustBeKnown();
    return instrument;
  }

  private static String idOf(StrictToml table, Source bars) {
    return switch (bars) {
      case Source.OfFile(Path path) -> {
        try {
          yield Words.idOf(path);
        } catch (IllegalArgumentException e) {
          throw table.bad("id", "is missing");
        }
      }
      case Source.OfHash _ -> throw table.bad("id", "is missing");
    };
  }

  private BigDecimal fee() {
    StrictToml fees = toml.table("fees");
    BigDecimal points = fees.text("basis_points", Words::basisPoints).orElse(BigDecimal.ZERO);
    fees.mustBeKnown();
    return points;
  }

  private BigDecimal halfSpread() {
    StrictToml costs = toml.table("costs");
    BigDecimal points =
        costs.text("half_spread_basis_points", Words::basisPoints).orElse(BigDecimal.ZERO);
    costs.text("impact", Words::impact);
    costs.text("participation", Words::participation);
    costs.mustBeKnown();
    return points;
  }

  private Optional<Source> limits() {
    StrictToml table = toml.table("limits");
    if (table.keys().isEmpty()) {
      return Optional.empty();
    }
    Source source = source(table, "file");
    table.mustBeKnown();
    // The committed file goes by its name alone, wherever the RunSpec lies.
    boolean committed =
        source instanceof Source.OfFile(Path path)
            && Words.nameOf(path).equals(LimitsFile.COMMITTED_NAME)
            && folder.equals(path.getParent())
            && !Files.exists(path);
    return committed ? Optional.empty() : Optional.of(source);
  }

  private Source source(StrictToml table, String fileKey) {
    return source(table, fileKey, "sha256");
  }

  private Source source(StrictToml table, String fileKey, String hashKey) {
    Optional<Path> file = table.text(fileKey, Path::of);
    Optional<Sha256> hash = table.text(hashKey, Sha256::new);
    if (file.isPresent() == hash.isPresent()) {
      throw table.bad(fileKey, "or " + hashKey + " must be given, and not both");
    }
    return file.<Source>map(path -> new Source.OfFile(folder.resolve(path)))
        .orElseGet(() -> new Source.OfHash(hash.orElseThrow()));
  }

  private static String fileName(Source artifact) {
    return switch (artifact) {
      case Source.OfFile(Path path) -> Words.nameOf(path);
      case Source.OfHash _ -> "strategy.py";
    };
  }

  private RunSpec.WorkerTable worker() {
    StrictToml table = toml.table("worker");
    RunSpec.WorkerTable preset = SpecDraft.WORKER_DEFAULT;
    RunSpec.WorkerTable worker =
        new RunSpec.WorkerTable(
            count(
                table,
                "statements_per_hook_max",
                SpecChecks.STATEMENTS_MAX,
                preset.statementsPerHookMax()),
            small(
                table,
                "wall_per_hook_seconds",
                SpecChecks.WALL_SECONDS_MAX,
                preset.wallPerHookSeconds()),
            small(
                table,
                "wall_start_seconds",
                SpecChecks.WALL_SECONDS_MAX,
                preset.wallStartSeconds()),
            small(table, "heap_mebibytes", SpecChecks.MEBIBYTES_MAX, preset.heapMebibytes()),
            small(table, "direct_mebibytes", SpecChecks.MEBIBYTES_MAX, preset.directMebibytes()),
            small(table, "recursion_max", SpecChecks.RECURSION_MAX, preset.recursionMax()),
            small(table, "log_line_bytes_max", SpecChecks.LOG_BYTES_MAX, preset.logLineBytesMax()),
            small(table, "log_run_bytes_max", SpecChecks.LOG_BYTES_MAX, preset.logRunBytesMax()),
            small(
                table, "intents_per_hook_max", SpecChecks.INTENTS_MAX, preset.intentsPerHookMax()),
            small(table, "history_bars_max", SpecChecks.HISTORY_BARS_MAX, preset.historyBarsMax()));
    table.mustBeKnown();
    return worker;
  }

  private static int small(StrictToml table, String key, int most, int preset) {
    return (int) count(table, key, most, preset);
  }

  private static long count(StrictToml table, String key, long most, long preset) {
    return table.number(key, number -> Words.within(number, 1, most)).orElse(preset);
  }
}
