package dev.glovebox.classes;

import java.util.LinkedHashMap;
import java.util.Map;

/** What to write instead of what is not on the list. */
final class Hints {
  private static final Map<String, String> BY_PREFIX = byPrefix();

  private Hints() {}

  private static Map<String, String> byPrefix() {
    Map<String, String> hints = new LinkedHashMap<>();
    hints.put("java/lang/System.", "use ctx.log to write and ctx.now() for the time");
    hints.put("java/lang/Math.random", "use ctx.random()");
    hints.put("java/lang/StrictMath.random", "use ctx.random()");
    hints.put("java/util/Random.<init>()V", "give it a seed, or use ctx.random()");
    hints.put("java/util/Collections.shuffle", "give it a Random with a seed");
    hints.put(
        "java/util/Set.of", "its order changes from run to run: new LinkedHashSet<>(List.of(...))");
    hints.put("java/util/Map.of", "its order changes from run to run: a LinkedHashMap with put");
    hints.put("java/util/stream/Collectors.toUnmodifiable", "its order changes from run to run");
    hints.put("java/util/Collection.parallelStream", "use stream()");
    hints.put("java/util/List.parallelStream", "use stream()");
    hints.put("java/lang/Thread", "a strategy has one thread");
    hints.put(
        "java/util/concurrent/", "a strategy has one thread: use plain collections and fields");
    hints.put("java/time/", "use ctx.now()");
    hints.put("java/lang/Class", "reflection is not taken");
    hints.put("java/lang/reflect/", "reflection is not taken");
    hints.put("java/lang/invoke/", "reflection is not taken");
    hints.put("java/io/", "a strategy sees closed bars and its own portfolio only");
    hints.put("java/nio/", "a strategy sees closed bars and its own portfolio only");
    hints.put("java/net/", "a strategy sees closed bars and its own portfolio only");
    return hints;
  }

  /** The hint for a reference, after a colon; empty if there is none. */
  static String of(String reference) {
    for (Map.Entry<String, String> hint : BY_PREFIX.entrySet()) {
      if (reference.startsWith(hint.getKey())) {
        return ": " + hint.getValue();
      }
    }
    return "";
  }
}
