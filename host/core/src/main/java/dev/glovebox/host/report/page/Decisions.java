package dev.glovebox.host.report.page;

import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What decisions.jsonl tells: denials by code over all bars, and the first rows for reading. Of a
 * longer run the rows are those in which something happened. Not thread-safe.
 */
final class Decisions {
  /** Rows that are shown. */
  static final int ROWS_MAX = 1_000;

  /** Orders, fills and states of one bar that are shown. */
  static final int EVENTS_PER_ROW_MAX = 8;

  private final boolean all;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Denial> denials = new TreeMap<>();
  private long bars;
  private long eventful;
  private long intents;

  private Decisions(long bars) {
    this.all = bars <= ROWS_MAX;
  }

  /** One bar; {@code events} is cut, {@code further} counts what was. */
  record Row(
      long bar, String time, String position, String cash, List<Event> events, long further) {}

  /**
   * One thing that happened on a bar.
   *
   * @param kind intent, fill or order
   * @param value the object as the Decision has it
   * @param ruling of an intent
   */
  record Event(String kind, Members value, Members ruling) {}

  /** Denials of one code. */
  static final class Denial {
    private final long firstBar;
    private final String observed;
    private final String limit;
    private long count;

    private Denial(long firstBar, Members ruling) {
      this.firstBar = firstBar;
      this.observed = ruling.text("observed").orElse("");
      this.limit = ruling.text("limit").orElse("");
    }

    long count() {
      return count;
    }

    long firstBar() {
      return firstBar;
    }

    String observed() {
      return observed;
    }

    String limit() {
      return limit;
    }
  }

  /** Walks the file beside equity.csv, which has the times. */
  static Decisions read(PageInput input, Facts facts) {
    Decisions decisions = new Decisions(facts.bars());
    try (Lines lines = new Lines(input.decisions());
        Lines equity = new Lines(input.equity())) {
      @Nullable String header = equity.next();
      for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
        decisions.add(line, header == null ? null : equity.next());
      }
    }
    return decisions;
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Returns whether every bar is among the rows. */
  boolean isWhole() {
    return rows.size() == bars;
  }

  long bars() {
    return bars;
  }

  /** Returns how many bars had an order, a ruling or a fill. */
  long eventful() {
    return eventful;
  }

  Map<String, Denial> denials() {
    return denials;
  }

  private void add(String line, @Nullable String equity) {
    bars++;
    boolean quiet =
        line.contains("\"intents\":[],")
            && line.contains("\"fills\":[],")
            && line.contains("\"orders\":[],");
    if (!quiet) {
      eventful++;
    }
    boolean shown = rows.size() < ROWS_MAX && (all || !quiet);
    if (quiet && !shown) {
      return;
    }
    if (CanonicalJson.parse(line.getBytes(StandardCharsets.UTF_8)) instanceof Json.Obj object) {
      Members decision = new Members(object);
      count(decision);
      if (shown) {
        rows.add(row(decision, equity));
      }
    }
  }

  private void count(Members decision) {
    long bar = decision.whole("bar_index").orElse(-1);
    intents += decision.list("intents").size();
    for (Members ruling : decision.objects("rulings")) {
      String code = ruling.text("code").orElse("");
      if (!code.equals("OK")) {
        denials.computeIfAbsent(code, word -> new Denial(bar, ruling)).count++;
      }
    }
  }

  /** Returns the intents of all bars. */
  long intents() {
    return intents;
  }

  private static Row row(Members decision, @Nullable String equity) {
    List<Event> events = new ArrayList<>();
    decision.objects("fills").forEach(fill -> events.add(new Event("fill", fill, Members.NONE)));
    List<Members> rulings = decision.objects("rulings");
    List<Members> asked = decision.objects("intents");
    for (int i = 0; i < asked.size(); i++) {
      events.add(
          new Event("intent", asked.get(i), i < rulings.size() ? rulings.get(i) : Members.NONE));
    }
    decision
        .objects("orders")
        .forEach(order -> events.add(new Event("order", order, Members.NONE)));
    int shown = Math.min(events.size(), EVENTS_PER_ROW_MAX);
    String[] cells = equity == null ? new String[0] : equity.split(",", -1);
    return new Row(
        decision.whole("bar_index").orElse(-1),
        cells.length > 1 ? cells[1] : "",
        decision
            .text("position")
            .orElseGet(() -> String.join(", ", decision.in("position").flat().values())),
        decision.text("cash").orElse(""),
        List.copyOf(events.subList(0, shown)),
        events.size() - shown);
  }
}
