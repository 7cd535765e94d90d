package dev.glovebox.host.research;

import dev.glovebox.host.model.Json;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run of a check, judged.
 *
 * @param figures what was varied and counted, by name
 * @param sentence why; empty if there is nothing to say
 * @param dispensable SKIPPED because this build lacks what it needs, which is no fault of anyone
 */
record Part(
    SortedMap<String, Json> figures,
    Verdict verdict,
    String sentence,
    Optional<FirstDifference> difference,
    boolean dispensable) {
  /** Copies the figures. */
  Part {
    figures = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(figures));
  }

  Json.Obj json() {
    TreeMap<String, Json> members = new TreeMap<>(figures);
    members.put("verdict", Json.of(verdict.name()));
    members.put("note", Json.of(sentence));
    difference.ifPresent(found -> members.put("first_difference", found.json()));
    return Json.of(members);
  }
}
