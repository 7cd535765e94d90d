package dev.glovebox.host.research;

import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.runner.Trials;
import dev.glovebox.jail.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the run that all others are compared with did at all: a signal that never fired is not
 * proven by any comparison.
 *
 * @param intentBars bars with at least one intent, rising
 * @param sides intents by side; those of no readable side count under {@code NONE}
 * @param denials intents by the code they were denied with
 * @param longestWithoutIntent longest stretch of bars without an intent
 * @param hooksNeverCalled hooks for which no occasion arose
 */
record Coverage(
    int bars,
    List<Integer> intentBars,
    long intents,
    long orders,
    long fills,
    SortedMap<String, Long> sides,
    SortedMap<String, Long> denials,
    int longestWithoutIntent,
    List<String> hooksNeverCalled) {

  private static final String NO_INTENTS = "\"intents\":[],\"orders\":";

  /** Copies the collections. */
  Coverage {
    intentBars = List.copyOf(intentBars);
    sides = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(sides));
    denials = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(denials));
    hooksNeverCalled = List.copyOf(hooksNeverCalled);
  }

  /** Counts what stands in the Decisions of a run. */
  static Coverage of(RecordedDecisions decisions, Trials.Outcome outcome, String language) {
    List<Integer> intentBars = new ArrayList<>();
    TreeMap<String, Long> sides = new TreeMap<>();
    TreeMap<String, Long> denials = new TreeMap<>();
    long denied = 0;
    long intents = 0;
    for (int bar = 0; bar < decisions.size(); bar++) {
      byte[] line = decisions.line(bar);
      if (new String(line, StandardCharsets.ISO_8859_1).contains(NO_INTENTS)) {
        continue;
      }
      SortedMap<String, Json> decision =
          new TreeMap<>(
              ((Json.Obj) CanonicalJson.parse(Arrays.copyOf(line, line.length - 1))).members());
      List<Json> asked = elements(decision, "intents");
      if (!asked.isEmpty()) {
        intentBars.add(bar);
        intents += asked.size();
      }
      asked.forEach(intent -> sides.merge(text(intent, "side", "NONE"), 1L, Long::sum));
      for (Json ruling : elements(decision, "rulings")) {
        String code = text(ruling, "code", "");
        if (!code.equals("OK")) {
          denied++;
          denials.merge(code, 1L, Long::sum);
        }
      }
    }
    return new Coverage(
        decisions.size(),
        intentBars,
        intents,
        intents - denied,
        outcome.told().fills(),
        sides,
        denials,
        longestGap(intentBars, decisions.size()),
        neverCalled(outcome.told(), language));
  }

  /** Whether the comparisons show anything at all. */
  boolean proves() {
    return intents > 0;
  }

  Json.Obj json() {
    return Json.of(
        Map.ofEntries(
            Map.entry("bars", Json.of(bars)),
            Map.entry("bars_with_intents", Json.of(intentBars.size())),
            Map.entry("intents", Json.of(intents)),
            Map.entry("intents_by_side", counts(sides)),
            Map.entry("orders", Json.of(orders)),
            Map.entry("fills", Json.of(fills)),
            Map.entry("denials", counts(denials)),
            Map.entry("longest_stretch_without_intent", Json.of(longestWithoutIntent)),
            Map.entry(
                "hooks_never_called", Json.of(hooksNeverCalled.stream().map(Json::of).toList()))));
  }

  /** Hooks by their names in the strategy's language. */
  private static List<String> neverCalled(Trials.Told told, String language) {
    boolean java = Language.JAVA.text().equals(language);
    List<String> hooks = new ArrayList<>();
    if (told.fills() == 0) {
      hooks.add(java ? "onFill" : "on_fill");
    }
    if (told.orderUpdates() == 0) {
      hooks.add(java ? "onOrder" : "on_order");
    }
    if (!told.stopped()) {
      hooks.add(java ? "onStop" : "on_stop");
    }
    return hooks;
  }

  private static int longestGap(List<Integer> intentBars, int bars) {
    int longest = 0;
    int from = 0;
    for (int bar : intentBars) {
      longest = Math.max(longest, bar - from);
      from = bar + 1;
    }
    return Math.max(longest, bars - from);
  }

  private static List<Json> elements(SortedMap<String, Json> decision, String name) {
    return decision.get(name) instanceof Json.Arr(var elements) ? elements : List.of();
  }

  private static String text(Json object, String name, String otherwise) {
    return object instanceof Json.Obj(var members)
            && members.get(name) instanceof Json.Str(String text)
        ? text
        : otherwise;
  }

  private static Json counts(SortedMap<String, Long> counted) {
    TreeMap<String, Json> members = new TreeMap<>();
    counted.forEach((name, count) -> members.put(name, Json.of(count)));
    return Json.of(members);
  }
}
