package dev.glovebox.host.edge;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.Mode;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.runner.RunSpec;
import dev.glovebox.proto.api.v1.RunInstrument;
import dev.glovebox.proto.api.v1.RunWorker;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads a RunSpec from the wire, strictly: a missing or bad field is SPEC_INVALID with its path.
 *
 * <p>Whether the run may be is the core's to say; here a message becomes a value.
 */
public final class SpecReader {
  private static final int BLOCK_SETS_MAX = 4096;
  private static final int PARAMETERS_MAX = 64;
  private static final int PARAMETER_NAME_CHARACTERS_MAX = 64;
  private static final int PARAMETER_VALUE_CHARACTERS_MAX = 256;
  private static final int FILE_NAME_CHARACTERS_MAX = 128;
  private static final Pattern INSTRUMENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern ACCOUNT =
      Pattern.compile("teams/[^/]{1,32}/accounts/[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z0-9]{2,12}");

  private final Optional<Sha256> hostLimits;
  private final boolean analysisOptional;

  /** Reads with {@code hostLimits} for a spec that names none. */
  public SpecReader(Optional<Sha256> hostLimits, boolean analysisOptional) {
    this.hostLimits = hostLimits;
    this.analysisOptional = analysisOptional;
  }

  /** Reads one message. */
  public RunSpec read(dev.glovebox.proto.api.v1.RunSpec spec) {
    must(spec.getVersion() == RunSpec.VERSION, "version", "must be " + RunSpec.VERSION);
    must(
        spec.getBlock() >= 1 && spec.getBlock() <= BLOCK_SETS_MAX,
        "block",
        "must be 1 to " + BLOCK_SETS_MAX);
    must(spec.getProfile().matches("gate|bulk"), "profile", "must be gate or bulk");
    must(
        spec.getTierFloor().matches("process|bwrap|oci"),
        "tier_floor",
        "must be process, bwrap or oci");
    must(spec.getFileName().length() <= FILE_NAME_CHARACTERS_MAX, "file_name", "is too long");
    must(!spec.getInstrumentsList().isEmpty(), "instruments", "must name one");
    return new RunSpec(
        mode(spec.getMode()),
        spec.getBlock(),
        spec.getProfile(),
        spec.getSeed(),
        spec.getTierFloor(),
        CandidateAdapter.analysis(
            Code.SPEC_INVALID, "run_spec.analysis", spec.getAnalysis(), analysisOptional),
        sha256("artifact_sha256", spec.getArtifactSha256()),
        spec.getFileName(),
        parameters(spec.getParametersMap()),
        account(spec),
        spec.getInstrumentsList().stream().map(SpecReader::instrument).toList(),
        amount("fees.basis_points", spec.getFees().getBasisPoints()),
        costs(spec),
        limits(spec.getLimitsSha256()),
        worker(spec.getWorker()),
        speed(spec));
  }

  private Sha256 limits(String hex) {
    if (!hex.isEmpty()) {
      return sha256("limits_sha256", hex);
    }
    return hostLimits.orElseThrow(
        () -> new Refusal(Code.LIMITS_MISSING, "neither the run nor the host names limits"));
  }

  private static Mode mode(dev.glovebox.proto.api.v1.Mode mode) {
    return switch (mode) {
      // By name: only the wiring of a run may ask what a mode means.
      case MODE_BACKTEST -> Mode.valueOf("BACKTEST");
      case MODE_PAPER -> Mode.valueOf("PAPER");
      case MODE_LIVE -> throw new Refusal(Code.MODE_UNSUPPORTED, "this build runs no LIVE mode");
      case MODE_UNSPECIFIED, UNRECOGNIZED ->
          throw bad("mode", "must be MODE_BACKTEST or MODE_PAPER");
    };
  }

  private static SortedMap<String, String> parameters(Map<String, String> given) {
    must(given.size() <= PARAMETERS_MAX, "parameters", "must be at most " + PARAMETERS_MAX);
    given.forEach((name, value) ->
        must(
            !name.isEmpty()
                && name.length() <= PARAMETER_NAME_CHARACTERS_MAX
                && value.length() <= PARAMETER_VALUE_CHARACTERS_MAX,
            "parameters",
            "must have names of 1 to "
                + PARAMETER_NAME_CHARACTERS_MAX
                + " and values of up to "
                + PARAMETER_VALUE_CHARACTERS_MAX
                + " characters"));
    return new TreeMap<>(given);
  }

  private static RunSpec.Account account(dev.glovebox.proto.api.v1.RunSpec spec) {
    must(spec.getAccount().getType().equals("CASH"), "account.type", "must be CASH");
    TreeMap<String, BigDecimal> cash = new TreeMap<>();
    spec.getAccount()
        .getCashMap()
        .forEach((name, text) -> cash.put(currency("account.cash", name), amount("cash", text)));
    must(cash.size() == 1, "account.cash", "must name one currency");
    String id = spec.getAccount().getId();
    must(
        id.isEmpty() || ACCOUNT.matcher(id).matches(), "account.id", "must be teams/T/accounts/ID");
    return new RunSpec.Account("CASH", cash, id.isEmpty() ? Optional.empty() : Optional.of(id));
  }

  private static Optional<String> speed(dev.glovebox.proto.api.v1.RunSpec spec) {
    String speed = spec.getFeed().getSpeed();
    if (speed.isEmpty()) {
      return Optional.empty();
    }
    if (!speed.equals(RunSpec.SPEED_MAX)) {
      BigDecimal _ = positive("feed.speed", speed);
    }
    return Optional.of(speed);
  }

  private static RunSpec.TradedSeries instrument(RunInstrument given) {
    must(INSTRUMENT.matcher(given.getId()).matches(), "instruments.id", "must be " + INSTRUMENT);
    return new RunSpec.TradedSeries(
        given.getId(),
        sha256("instruments.series_sha256", given.getSeriesSha256()),
        SeriesAdapter.stamp(Code.SPEC_INVALID, "run_spec.instruments.stamp", given.getStamp()),
        currency("instruments.currency", given.getCurrency()),
        positive("instruments.tick", given.getTick()),
        positive("instruments.lot", given.getLot()),
        positive("instruments.multiplier", given.getMultiplier()));
  }

  private static BigDecimal costs(dev.glovebox.proto.api.v1.RunSpec spec) {
    must(spec.getCosts().getImpact().equals("off"), "costs.impact", "must be off in this build");
    must(
        spec.getCosts().getParticipation().equals("off"),
        "costs.participation",
        "must be off in this build");
    return amount("costs.half_spread_basis_points", spec.getCosts().getHalfSpreadBasisPoints());
  }

  private static RunSpec.WorkerTable worker(RunWorker given) {
    return new RunSpec.WorkerTable(
        given.getStatementsPerHookMax(),
        given.getWallPerHookSeconds(),
        given.getWallStartSeconds(),
        given.getHeapMebibytes(),
        given.getDirectMebibytes(),
        given.getRecursionMax(),
        given.getLogLineBytesMax(),
        given.getLogRunBytesMax(),
        given.getIntentsPerHookMax(),
        given.getHistoryBarsMax());
  }

  private static String currency(String field, String name) {
    must(CURRENCY.matcher(name).matches(), field, "must be a currency, " + CURRENCY);
    return name;
  }

  private static BigDecimal positive(String field, String text) {
    BigDecimal value = decimal(field, text);
    must(value.signum() > 0, field, "must be above zero");
    return value;
  }

  private static BigDecimal amount(String field, String text) {
    BigDecimal value = decimal(field, text);
    must(value.signum() >= 0, field, "must not be negative");
    return value;
  }

  private static BigDecimal decimal(String field, String text) {
    return Names.checked(Code.SPEC_INVALID, "run_spec." + field, text, Decimals::parse);
  }

  private static Sha256 sha256(String field, String hex) {
    return Names.sha256(Code.SPEC_INVALID, "run_spec." + field, hex);
  }

  private static void must(boolean holds, String field, String sentence) {
    if (!holds) {
      throw bad(field, sentence);
    }
  }

  private static InvalidField bad(String field, String sentence) {
    return new InvalidField(Code.SPEC_INVALID, "run_spec." + field, sentence);
  }
}
