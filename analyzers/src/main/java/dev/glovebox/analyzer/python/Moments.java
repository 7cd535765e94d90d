package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.SyntaxNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Absolute moments, and what of them comes again and again. */
final class Moments {
  /** Smallest number that is taken for a year, a day count or a time stamp. */
  static final double ABSOLUTE_MIN = 1_900;

  private static final int TEXT_CODE_POINTS_MAX = 64;

  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)(?:19|20)\\d\\d(?:[-/.]?(?:0[1-9]|1[0-2])(?:[-/.]?(?:0[1-9]|[12]\\d|3[01]))?)?"
              + "(?!\\d)|(?<!\\d)\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)\\d\\d(?!\\d)"
              + "|(?<!\\d)(?:19|20)\\d\\d[-/.]?(?:0[1-9]|1[0-2])[-/.]?(?:0[1-9]|[12]\\d|3[01])T");
  private static final Pattern DIGITS = Pattern.compile("\\d\\d");
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

  /** Whether there are years, days such as 20240131 or time stamps among constant numbers. */
  static boolean isDated(Sense sense) {
    return sense.numeric() && sense.most() >= ABSOLUTE_MIN;
  }

  /** What constant text may name. */
  static Sense ofText(String text) {
    Sense sense = Sense.NONE;
    if (text.length() > TEXT_CODE_POINTS_MAX) {
      return sense;
    }
    if (DIGITS.matcher(text).find()) {
      sense = sense.with(Trait.DIGITS);
    }
    return DATE.matcher(text).find() ? sense.with(Trait.DATE) : sense;
  }

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

  /** The sense of a call that makes a moment of {@code arguments}. */
  static Sense made(Sense arguments) {
    Sense made = arguments.timed() ? Sense.of(Trait.MOMENT) : Sense.NONE;
    boolean named =
        arguments.has(Trait.DATE)
            || (!arguments.timed() && arguments.has(Trait.DIGITS))
            || (arguments.numeric() && arguments.most() >= ABSOLUTE_MIN);
    return named ? made.with(Trait.DATE) : made;
  }
}
