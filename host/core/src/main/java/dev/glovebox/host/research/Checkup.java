package dev.glovebox.host.research;

import dev.glovebox.host.market.BarExcerpt;
import dev.glovebox.host.market.CalendarShift;
import dev.glovebox.host.market.OtherFuture;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.research.TrialRuns.Pending;
import dev.glovebox.host.research.TrialRuns.Ran;
import dev.glovebox.host.runner.Trials;
import dev.glovebox.host.runner.Trials.Variation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The honesty checks on one candidate: a run in lock-step, and others that are compared with it.
 * Used once, by one thread; its runs go on beside each other.
 */
final class Checkup {
  /** Most bars of one run: what lies behind them is not checked, and the report says so. */
  static final int HONESTY_BARS_MAX = 20_000;

  /** Most Decisions that are kept for comparison, in bytes. */
  static final long DECISION_BYTES_MAX = 64L * 1024 * 1024;

  /** The interpreter: what every gate rests on. */
  static final String GATE = "gate";

  /** The JIT. */
  static final String BULK = "bulk";

  /** Most sets of a block whose peeking is looked for. */
  static final int BLOCK_LARGE = 256;

  /** By how much prices and cash grow; a power of two leaves the digits of a float alone. */
  static final int MONEY_FACTOR = 2;

  /** Another block size. */
  static final int BLOCK_SMALL = 16;

  private final Trials.Trial trial;
  private final TrialRuns runs;
  private final Consumer<CheckResult> found;
  private final long bytesMax;

  /** Tells {@code found} of each check as soon as it is judged. */
  Checkup(Trials.Trial trial, TrialRuns runs, Consumer<CheckResult> found, long bytesMax) {
    this.trial = trial;
    this.runs = runs;
    this.found = found;
    this.bytesMax = bytesMax;
  }

  /**
   * What was found.
   *
   * @param base the run that all others are compared with; empty if it could not run
   * @param why why there is nothing to compare; empty if there is
   */
  record Findings(
      int bars,
      Optional<Trials.Outcome> base,
      Optional<Coverage> coverage,
      List<CheckResult> results,
      Optional<Code> fault,
      String why) {}

  /** A recorded run over the bars that are checked. */
  private record Recorded(BarExcerpt bars, RecordedDecisions decisions, CutPoints cuts) {}

  /** A run on its way and how to judge it. */
  private record Open(Pending pending, Function<Ran, Part> judge) {
    Part close() {
      return judge.apply(pending.await());
    }

    /** The same, without weight if it cannot be judged: no gate rests on the JIT. */
    Open dispensable() {
      return new Open(
          pending,
          ran -> {
            Part part = judge.apply(ran);
            return new Part(
                part.figures(), part.verdict(), part.sentence(), part.difference(), true);
          });
    }
  }

  /** Runs and judges everything. */
  Findings run() {
    BarExcerpt bars = trial.bars(HONESTY_BARS_MAX);
    RecordedDecisions decisions = new RecordedDecisions(bytesMax);
    Ran ran = runs.start(new Variation(bars, 1, GATE), decisions, decisions::full).await();
    if (!(ran instanceof Ran.Done done)) {
      Ran.NotRun notRun = (Ran.NotRun) ran;
      return nothing(0, Optional.empty(), notRun.code(), notRun.sentence());
    }
    boolean cut = done.cut() && decisions.full();
    Code code = done.outcome().end().code();
    if (code != Code.OK && !cut) {
      return nothing(
          decisions.size(),
          Optional.of(done.outcome()),
          code,
          "the run that others are compared with ended "
              + code
              + " after "
              + decisions.size()
              + " bars");
    }
    if (decisions.size() < CutPoints.BARS_MIN) {
      return nothing(
          decisions.size(),
          Optional.of(done.outcome()),
          Code.OK,
          "the checks need at least " + CutPoints.BARS_MIN + " bars");
    }
    Coverage coverage = Coverage.of(decisions, done.outcome(), trial.subject().language());
    CutPoints cuts =
        CutPoints.of(trial.subject().series(), decisions.size(), coverage.intentBars());
    List<CheckResult> results =
        compare(new Recorded(bars.first(decisions.size()), decisions, cuts));
    return new Findings(
        decisions.size(),
        Optional.of(done.outcome()),
        Optional.of(coverage),
        results,
        Optional.empty(),
        "");
  }

  private Findings nothing(int bars, Optional<Trials.Outcome> base, Code code, String why) {
    List<CheckResult> results = new ArrayList<>();
    for (CheckName name : CheckName.values()) {
      results.add(tell(CheckResult.skipped(name, why)));
    }
    return new Findings(
        bars,
        base,
        Optional.empty(),
        results,
        code == Code.OK ? Optional.empty() : Optional.of(code),
        why);
  }

  private CheckResult tell(CheckResult result) {
    found.accept(result);
    return result;
  }

  private List<CheckResult> compare(Recorded base) {
    RecordedDecisions inBlocks = new RecordedDecisions(bytesMax);
    ExactComparison blocks = new ExactComparison(base.decisions(), base.bars().size() - 1);
    Pending large =
        runs.start(
            new Variation(base.bars(), BLOCK_LARGE, GATE),
            new BothSinks(inBlocks, blocks),
            inBlocks::full);
    Open again = same("the same again", base, 1, GATE);
    Part largePart =
        Judge.exact("block " + BLOCK_LARGE, varied(BLOCK_LARGE, GATE), blocks, large.await(), true);
    Part againPart = again.close();
    boolean repeats = againPart.verdict() != Verdict.FAILED;
    Map<CheckName, List<Open>> open = new EnumMap<>(CheckName.class);
    Optional<Recorded> blockBase =
        inBlocks.size() == base.bars().size()
            ? Optional.of(new Recorded(base.bars(), inBlocks, base.cuts()))
            : Optional.empty();
    open.put(CheckName.TRUNCATION, truncations(base, blockBase));
    open.put(CheckName.PERTURBATION, perturbations(base, blockBase));
    open.put(CheckName.WARM_UP, offsets(base));
    open.put(CheckName.DETERMINISM, List.of(same("with the JIT", base, 1, BULK)));
    open.put(CheckName.BLOCKS, List.of(same("block " + BLOCK_SMALL, base, BLOCK_SMALL, GATE)));
    open.put(CheckName.TIME_SHIFT, List.of(timeShift(base)));
    open.put(CheckName.PRICE_SCALE, List.of(priceScale(base)));
    List<CheckResult> results = new ArrayList<>();
    for (CheckName name : CheckName.values()) {
      List<Part> parts = new ArrayList<>();
      switch (name) {
        case DETERMINISM -> {
          parts.add(againPart);
          open.computeIfPresent(name, (_, each) -> each.stream().map(Open::dispensable).toList());
        }
        case BLOCKS -> parts.add(largePart);
        case TRUNCATION, PERTURBATION, WARM_UP, TIME_SHIFT, PRICE_SCALE -> {}
      }
      open.getOrDefault(name, List.of()).forEach(each -> parts.add(each.close()));
      results.add(tell(result(name, parts, repeats)));
    }
    return results;
  }

  /** Where the same input gives other Decisions, no other difference can be put down to a cause. */
  private static CheckResult result(CheckName name, List<Part> parts, boolean repeats) {
    CheckResult result = CheckResult.of(name, claim(name, parts.size()), parts);
    if (repeats || name == CheckName.DETERMINISM || result.verdict() != Verdict.FAILED) {
      return result;
    }
    return new CheckResult(
        name,
        Verdict.SKIPPED,
        "cannot be told: two runs of the same input differ already, see determinism",
        parts);
  }

  private static String claim(CheckName name, int runs) {
    return switch (name) {
      case TRUNCATION -> "the same Decisions up to the cut without what follows, " + runs + " runs";
      case PERTURBATION -> "the same Decisions up to the cut whatever follows, " + runs + " runs";
      case WARM_UP -> "the same position and intents from another first bar, " + runs + " runs";
      case DETERMINISM -> "the same Decisions again";
      case BLOCKS -> "the same Decisions in lock-step and in blocks of 16 and 256";
      case TIME_SHIFT -> "the same position and intents years later";
      case PRICE_SCALE -> "the same position and intents with prices and cash doubled";
    };
  }

  private List<Open> truncations(Recorded base, Optional<Recorded> inBlocks) {
    CutPoints cuts = base.cuts();
    List<Open> open = new ArrayList<>();
    open.add(truncation(base, cuts.truncateAtIntent(), 1));
    open.add(truncation(base, cuts.truncateAnywhere(), 1));
    inBlocks.ifPresent(
        recorded -> open.add(truncation(recorded, cuts.truncateAtIntent(), BLOCK_LARGE)));
    return open;
  }

  private List<Open> perturbations(Recorded base, Optional<Recorded> inBlocks) {
    CutPoints cuts = base.cuts();
    OtherFuture mirrored = new OtherFuture.Mirrored();
    OtherFuture noisy = new OtherFuture.Noisy(CutPoints.seed(trial.subject().series()));
    List<Open> open = new ArrayList<>();
    open.add(perturbation(base, cuts.perturbAtIntent(), 1, mirrored, "mirrored"));
    open.add(perturbation(base, cuts.perturbAnywhere(), 1, noisy, "noisy"));
    inBlocks.ifPresent(recorded ->
        open.add(
            perturbation(recorded, cuts.perturbAtIntent(), BLOCK_LARGE, mirrored, "mirrored")));
    return open;
  }

  private List<Open> offsets(Recorded base) {
    List<Open> open = new ArrayList<>();
    for (int offset : new int[] {1, base.bars().size() / 4}) {
      SortedMap<String, Json> varied = varied(1, GATE);
      varied.put("first_bar", Json.of(offset));
      LooseComparison comparison = new LooseComparison(base.decisions(), offset);
      Pending pending =
          runs.start(new Variation(base.bars().from(offset), 1, GATE), comparison, () -> false);
      open.add(
          new Open(pending, ran -> Judge.loose("from bar " + offset, varied, comparison, ran)));
    }
    return open;
  }

  private Open timeShift(Recorded base) {
    CalendarShift shift = base.bars().shift();
    SortedMap<String, Json> varied = varied(1, GATE);
    varied.put("years", Json.of(shift.years()));
    LooseComparison comparison = new LooseComparison(base.decisions(), 0);
    Pending pending =
        runs.start(new Variation(base.bars().shifted(shift), 1, GATE), comparison, () -> false);
    return new Open(
        pending, ran -> Judge.loose(shift.years() + " years later", varied, comparison, ran));
  }

  private Open priceScale(Recorded base) {
    SortedMap<String, Json> varied = varied(1, GATE);
    varied.put("factor", Json.of(MONEY_FACTOR));
    LooseComparison comparison = new LooseComparison(base.decisions(), 0);
    Pending pending =
        runs.start(
            new Variation(base.bars().scaled(MONEY_FACTOR), 1, GATE, MONEY_FACTOR),
            comparison,
            () -> false);
    return new Open(
        pending,
        ran -> Judge.loose("prices and cash times " + MONEY_FACTOR, varied, comparison, ran));
  }

  private Open truncation(Recorded base, int cut, int block) {
    SortedMap<String, Json> varied = varied(block, GATE);
    varied.put("cut_point", Json.of(cut));
    return upTo(
        cut,
        "cut after bar " + cut + ", " + block(block),
        varied,
        base,
        new Variation(base.bars().first(cut + 1), block, GATE));
  }

  private Open perturbation(Recorded base, int cut, int block, OtherFuture future, String kind) {
    SortedMap<String, Json> varied = varied(block, GATE);
    varied.put("cut_point", Json.of(cut));
    varied.put("future", Json.of(kind));
    return upTo(
        cut,
        kind + " after bar " + cut + ", " + block(block),
        varied,
        base,
        new Variation(base.bars().withFuture(cut, future), block, GATE));
  }

  private Open upTo(
      int last, String what, SortedMap<String, Json> varied, Recorded base, Variation variation) {
    ExactComparison comparison = new ExactComparison(base.decisions(), last);
    Pending pending =
        runs.start(variation, comparison, () -> comparison.decided() || comparison.whole());
    return new Open(pending, ran -> Judge.exact(what, varied, comparison, ran, false));
  }

  private Open same(String what, Recorded base, int block, String profile) {
    ExactComparison comparison = new ExactComparison(base.decisions(), base.bars().size() - 1);
    Pending pending =
        runs.start(new Variation(base.bars(), block, profile), comparison, comparison::decided);
    return new Open(
        pending, ran -> Judge.exact(what, varied(block, profile), comparison, ran, true));
  }

  private static String block(int block) {
    return block == 1 ? "lock-step" : "block " + block;
  }

  private static SortedMap<String, Json> varied(int block, String profile) {
    return new TreeMap<>(Map.of("block", Json.of(block), "profile", Json.of(profile)));
  }
}
