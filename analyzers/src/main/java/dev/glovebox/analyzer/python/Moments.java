package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Absolute moments, and what of them comes again and again. */
final class Moments {
  private static final Pattern ABSOLUTE_FORMAT = Pattern.compile("%[-_0^#]?[YyGgscxDF]");

  private static final Set<String> MAKERS =
      Set.of(
          "datetime.datetime",
          "datetime.date",
          "datetime.datetime.fromisoformat",
          "datetime.date.fromisoformat",
          "datetime.datetime.strptime",
          "datetime.datetime.fromtimestamp",
          "datetime.datetime.utcfromtimestamp",
          "datetime.date.fromtimestamp",
          "datetime.datetime.fromordinal",
          "datetime.date.fromordinal",
          "datetime.datetime.fromisocalendar",
          "datetime.date.fromisocalendar",
          "datetime.datetime.combine");

  private static final Set<String> CYCLIC =
      Set.of(
          "month",
          "day",
          "hour",
          "minute",
          "second",
          "microsecond",
          "tzinfo",
          "fold",
          "weekday",
          "isoweekday",
          "week",
          "time",
          "timetz",
          "tzname",
          "utcoffset",
          "dst",
          "tm_mon",
          "tm_mday",
          "tm_hour",
          "tm_min",
          "tm_sec",
          "tm_wday",
          "tm_yday");

  private Moments() {}

  static boolean isMaker(String path) {
    return MAKERS.contains(path);
  }

  /** Whether {@code name}, of a moment, is a part that repeats: a month, a weekday, an hour. */
  static boolean isCyclic(String name) {
    return CYCLIC.contains(name);
  }

  /** What is left of a moment that is written by {@code format}. */
  static Sense formatted(Sense moment, Optional<String> format) {
    return format.isEmpty() || ABSOLUTE_FORMAT.matcher(format.get()).find() ? moment : Sense.NONE;
  }

  /** What is left of a moment, as text or tuple, of which only a part is read. */
  static Sense part(Sense value, SyntaxNode slice, Flow flow) {
    if (!value.timed()) {
      return value;
    }
    SyntaxNode first = slice;
    if (slice.is("Slice")) {
      if (slice.node("lower").isEmpty()) {
        return value;
      }
      first = slice.node("lower").get();
    }
    Sense index = flow.sense(first);
    boolean later = index.numeric() && index.least() >= 1;
    return later || first.is("UnaryOp")
        ? value.without(Trait.MOMENT.bit() | Trait.SHIFTED.bit())
        : value;
  }
}
