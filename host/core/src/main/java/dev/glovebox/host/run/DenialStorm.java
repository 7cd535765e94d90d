package dev.glovebox.host.run;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.risk.Ruling;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps a run that is denied without end from filling its evidence: after so many records of their
 * own, its denials leave one record for each set, with their number, codes, first and last key.
 *
 * <p>Nothing is lost by it. Each denial stands with its intent in the line of its Decision, and the
 * Decision's record names that line by its hash. Not thread-safe.
 */
final class DenialStorm {
  /** Denials of one run that are recorded one by one. */
  static final int RECORDS_MAX = 1_000;

  private final RunRecords records;
  private int recorded;
  private Optional<OrderKey> first = Optional.empty();
  private Optional<OrderKey> last = Optional.empty();
  private final Map<Code, Integer> codes = new TreeMap<>();

  DenialStorm(RunRecords records) {
    this.records = records;
  }

  /** Records a denial, or counts it. */
  void denied(int barIndex, Ruling.Denied denied) {
    if (recorded < RECORDS_MAX) {
      recorded++;
      var _ = records.ruling(barIndex, denied);
      return;
    }
    OrderKey key = denied.intent().key();
    first = first.or(() -> Optional.of(key));
    last = Optional.of(key);
    codes.merge(denied.code(), 1, Integer::sum);
  }

  /** Records what was counted since the last set. */
  void endSet(int barIndex) {
    if (first.isPresent() && last.isPresent()) {
      var _ = records.denials(barIndex, summary(first.get(), last.get()));
      first = Optional.empty();
      last = Optional.empty();
      codes.clear();
    }
  }

  private Json.Obj summary(OrderKey from, OrderKey to) {
    TreeMap<String, Json> counts = new TreeMap<>();
    codes.forEach((code, count) -> counts.put(code.name(), Json.of(count)));
    return Json.of(
        Map.of(
            "count", Json.of(codes.values().stream().mapToInt(Integer::intValue).sum()),
            "codes", Json.of(counts),
            "first", Json.of(from.toString()),
            "last", Json.of(to.toString())));
  }
}
