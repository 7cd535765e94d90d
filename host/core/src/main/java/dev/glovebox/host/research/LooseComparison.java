package dev.glovebox.host.research;

import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.run.BookedFill;
import dev.glovebox.host.run.MarkedAccount;
import dev.glovebox.host.run.RunSink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts the bars at which a run decides otherwise than a recorded one: position or intents,
 * without what must differ under another first bar or another year (keys, times, bar hashes,
 * money).
 */
final class LooseComparison implements RunSink {
  /** Where a line goes on after the bars, whose hashes always differ. */
  private static final String AFTER_BARS = "],\"cash\":";

  private final RecordedDecisions expected;
  private final int offset;
  private int compared;
  private int differing;
  private int lastDiffering = -1;
  private int differingIntents;
  private Optional<FirstDifference> difference = Optional.empty();

  /** Compares bar 0 of the run with the recorded bar {@code offset}, and so on. */
  LooseComparison(RecordedDecisions expected, int offset) {
    this.expected = expected;
    this.offset = offset;
  }

  @Override
  public void completed(
      BarSet set, MarkedAccount account, List<BookedFill> fills, byte[] line, int length) {
    int bar = offset + compared;
    compared++;
    if (bar >= expected.size()) {
      return;
    }
    byte[] recorded = expected.line(bar);
    byte[] made = Arrays.copyOf(line, length);
    if (afterBars(recorded).equals(afterBars(made))) {
      return;
    }
    Optional<FirstDifference> found =
        FirstDifference.between(bar, essence(recorded), essence(made));
    if (found.isPresent()) {
      differing++;
      lastDiffering = bar;
      difference = difference.or(() -> found);
      if (found.get().field().startsWith("intents")) {
        differingIntents++;
      }
    }
  }

  @Override
  public void logged(List<UntrustedText> more) {}

  int compared() {
    return compared;
  }

  int differing() {
    return differing;
  }

  /** Bars at which the intents differ. */
  int differingIntents() {
    return differingIntents;
  }

  /** Index of the last bar that differs, or -1. */
  int lastDiffering() {
    return lastDiffering;
  }

  Optional<FirstDifference> difference() {
    return difference;
  }

  /** What follows the bars: the same text means the same decision, and costs no parsing. */
  private static String afterBars(byte[] line) {
    String text = new String(line, StandardCharsets.ISO_8859_1);
    return text.substring(Math.max(0, text.indexOf(AFTER_BARS)));
  }

  /** What a strategy wanted and held at a bar. */
  private static Json essence(byte[] line) {
    Json.Obj decision = (Json.Obj) CanonicalJson.parse(Arrays.copyOf(line, line.length - 1));
    TreeMap<String, Json> members = new TreeMap<>(decision.members());
    TreeMap<String, Json> kept = new TreeMap<>();
    kept.put("position", members.getOrDefault("position", new Json.Null()));
    kept.put("intents", intents(members.getOrDefault("intents", new Json.Null())));
    return Json.of(kept);
  }

  private static Json intents(Json given) {
    if (!(given instanceof Json.Arr(var elements))) {
      return given;
    }
    return Json.of(elements.stream().map(LooseComparison::withoutKey).toList());
  }

  private static Json withoutKey(Json intent) {
    if (!(intent instanceof Json.Obj(var given))) {
      return intent;
    }
    TreeMap<String, Json> members = new TreeMap<>(given);
    members.remove("key");
    return Json.of(members);
  }
}
