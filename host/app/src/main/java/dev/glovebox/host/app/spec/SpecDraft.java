package dev.glovebox.host.app.spec;

import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.runner.RunSpec;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Tier;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run as it was asked for: every default filled in, files not yet replaced by hashes.
 *
 * @param profile {@code gate}, {@code bulk} or {@link #PROFILE_BY_BARS}
 * @param fileName shown in messages, for example {@code sma.py}
 */
public record SpecDraft(
    int block,
    String profile,
    long seed,
    String tierFloor,
    boolean analysis,
    Source artifact,
    String fileName,
    SortedMap<String, String> parameters,
    SortedMap<String, BigDecimal> cash,
    List<Instrument> instruments,
    BigDecimal feeBasisPoints,
    BigDecimal halfSpreadBasisPoints,
    Optional<Source> limits,
    RunSpec.WorkerTable worker,
    Kind kind) {

  /** The {@code [worker]} table when nobody says otherwise. */
  public static final RunSpec.WorkerTable WORKER_DEFAULT =
      new RunSpec.WorkerTable(1_000_000, 10, 30, 256, 64, 200, 4 * 1024, 1024 * 1024, 256, 10_000);

  /** Stands for the profile when nobody names one: the number of bars decides. */
  public static final String PROFILE_BY_BARS = "";

  /**
   * Bars of a run from which its profile is {@code bulk} unless somebody names another; about where
   * the compiler has earned what its start costs.
   */
  public static final long BULK_BARS_MIN = 250_000;

  /** Cash when nobody says otherwise, in {@link #CURRENCY_DEFAULT}. */
  public static final BigDecimal CASH_DEFAULT = new BigDecimal("100000");

  /** Currency when nobody says otherwise. */
  public static final String CURRENCY_DEFAULT = "USD";

  /** Lot when nobody says otherwise. */
  public static final BigDecimal LOT_DEFAULT = new BigDecimal("0.00000001");

  /**
   * The weakest tier of a host that is started for this run: the run's own where that is the one
   * tier that is used only if somebody names it; what else a run demands the host itself checks.
   */
  public Tier hostFloor() {
    return tierFloor.equals(Tier.OCI.text()) ? Tier.OCI : Tier.PROCESS;
  }

  /** What kind of run it is. */
  public sealed interface Kind {
    /** Over bars that are all there. */
    record Backtest() implements Kind {}

    /**
     * Over a recorded feed, behind the gates.
     *
     * @param account {@code teams/T/accounts/A}, or {@code A} of the caller's own team
     * @param speed {@code max}, or recorded seconds per second
     */
    record Paper(String account, String speed) implements Kind {}
  }

  /** Copies the collections. */
  public SpecDraft {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    cash = Collections.unmodifiableSortedMap(new TreeMap<>(cash));
    instruments = List.copyOf(instruments);
  }

  /** Returns the profile for a backtest of {@code bars} bars. */
  String profileFor(long bars) {
    if (!profile.equals(PROFILE_BY_BARS)) {
      return profile;
    }
    if (kind instanceof Kind.Paper) {
      return "gate"; // What a reviewer is shown, and what is granted, rests on it.
    }
    return bars >= BULK_BARS_MIN ? Profile.BULK.text() : Profile.GATE.text();
  }

  /** Returns this draft with another source of its artifact, over bars that a host has already. */
  public SpecDraft over(Source artifactSource, Sha256 seriesHash) {
    return new SpecDraft(
        block,
        profile,
        seed,
        tierFloor,
        analysis,
        artifactSource,
        fileName,
        parameters,
        cash,
        instruments.stream().map(one -> one.over(seriesHash)).toList(),
        feeBasisPoints,
        halfSpreadBasisPoints,
        limits,
        worker,
        kind);
  }

  /** Returns the same run as another kind. */
  public SpecDraft as(Kind other) {
    return new SpecDraft(
        block,
        profile,
        seed,
        tierFloor,
        analysis,
        artifact,
        fileName,
        parameters,
        cash,
        instruments,
        feeBasisPoints,
        halfSpreadBasisPoints,
        limits,
        worker,
        other);
  }

  /** Returns this draft with its account named in full, {@code parent} being {@code teams/T}. */
  public SpecDraft under(String parent) {
    return kind instanceof Kind.Paper(String account, String speed) && !account.contains("/")
        ? as(new Kind.Paper(parent + "/accounts/" + account, speed))
        : this;
  }

  /** Bytes by path or by hash. */
  public sealed interface Source {
    /** A file of the user. */
    record OfFile(Path path) implements Source {}

    /** What the host has already. */
    record OfHash(Sha256 hash) implements Source {}
  }

  /**
   * One instrument.
   *
   * @param tick empty = the finest decimal in the file's price columns
   * @param bars the file, or the series that the host has
   * @param intervalSeconds 0 = inferred
   * @param ticks whether the file holds trades, which the host folds into bars
   */
  public record Instrument(
      String id,
      Source bars,
      String stamp,
      long intervalSeconds,
      String currency,
      Optional<BigDecimal> tick,
      BigDecimal lot,
      BigDecimal multiplier,
      boolean ticks) {
    /** Returns this instrument with bars that the host has already. */
    public Instrument over(Sha256 series) {
      return new Instrument(
          id,
          new Source.OfHash(series),
          stamp,
          intervalSeconds,
          currency,
          tick,
          lot,
          multiplier,
          false);
    }
  }
}
