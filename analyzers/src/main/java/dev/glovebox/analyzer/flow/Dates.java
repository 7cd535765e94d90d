package dev.glovebox.analyzer.flow;

import java.util.regex.Pattern;

/** Absolute moments and counts of bars: what names one day, and what is compared with it. */
public final class Dates {
  /** From so many bars on, a count of them is a clock. */
  public static final double BARS_MIN = 501;

  /** The same where a single bar is singled out. */
  public static final double BARS_EXACT_MIN = 100;

  private static final double BARS_SET_ANEW_MIN = 10_000;
  private static final double DAYS_MAX = 366;
  private static final double SECONDS_MAX_LASTING = DAYS_MAX * 86_400;

  /** Smallest number that is taken for a year, a day count or a time stamp. */
  public static final double ABSOLUTE_MIN = 1_900;

  private static final int TEXT_CODE_POINTS_MAX = 64;

  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)(?:19|20)\\d\\d(?:[-/.]?(?:0[1-9]|1[0-2])(?:[-/.]?(?:0[1-9]|[12]\\d|3[01]))?)?"
              + "(?!\\d)|(?<!\\d)\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)\\d\\d(?!\\d)"
              + "|(?<!\\d)(?:19|20)\\d\\d[-/.]?(?:0[1-9]|1[0-2])[-/.]?(?:0[1-9]|[12]\\d|3[01])T");
  private static final Pattern DIGITS = Pattern.compile("\\d\\d");

  private Dates() {}

  /** Whether there are years, days such as 20240131 or time stamps among constant numbers. */
  public static boolean isDated(Sense sense) {
    return sense.numeric() && sense.most() >= ABSOLUTE_MIN;
  }

  /** What constant text may name. */
  public static Sense ofText(String text) {
    Sense sense = Sense.NONE;
    if (text.length() > TEXT_CODE_POINTS_MAX) {
      return sense;
    }
    if (DIGITS.matcher(text).find()) {
      sense = sense.with(Trait.DIGITS);
    }
    return DATE.matcher(text).find() ? sense.with(Trait.DATE) : sense;
  }

  /** The sense of a call that makes a moment of {@code arguments}. */
  public static Sense made(Sense arguments) {
    Sense made = arguments.timed() ? Sense.of(Trait.MOMENT) : Sense.NONE;
    boolean named =
        arguments.has(Trait.DATE)
            || (!arguments.timed() && arguments.has(Trait.DIGITS))
            || (arguments.numeric() && arguments.most() >= ABSOLUTE_MIN);
    return named ? made.with(Trait.DATE) : made;
  }

  /**
   * Whether {@code a} is a moment of the run and {@code b} a constant one.
   *
   * @param equality whether they are asked for equality, not for an order
   */
  public static boolean names(Sense a, Sense b, boolean equality) {
    if (!a.timed()) {
      return false;
    }
    if (b.has(Trait.DATE)) {
      return true;
    }
    if (a.has(Trait.MOMENT) && (b.has(Trait.DIGITS) || (b.numeric() && b.most() >= ABSOLUTE_MIN))) {
      return true;
    }
    return a.has(Trait.SHIFTED)
        && !b.timed()
        && b.numeric()
        && (!equality || Math.abs(b.most()) > 1);
  }

  /**
   * Whether {@code a} is a count of bars, or of time, and {@code b} a constant far away.
   *
   * @param exact whether a single number is meant
   */
  public static boolean counts(Sense a, Sense b, boolean exact) {
    if (a.has(Trait.LASTING) || a.has(Trait.DAYS)) {
      return b.numeric() && b.most() > (a.has(Trait.DAYS) ? DAYS_MAX : SECONDS_MAX_LASTING);
    }
    if (a.has(Trait.FADING) && !a.has(Trait.REPEATING) && b.numeric() && b.most() != 0) {
      return true;
    }
    if (!a.has(Trait.COUNTER) || b.has(Trait.COUNTER)) {
      return false;
    }
    double limit = a.has(Trait.REPEATING) ? BARS_SET_ANEW_MIN : exact ? BARS_EXACT_MIN : BARS_MIN;
    boolean far = b.numeric() && Math.abs(b.most()) >= limit;
    return far || (b.numeric() && isFuse(a, limit));
  }

  /** Whether {@code counter} was set to at least {@code limit} once, and counts from there. */
  public static boolean isFuse(Sense counter, double limit) {
    return counter.numeric()
        && !counter.has(Trait.REPEATING)
        && Math.max(Math.abs(counter.most()), Math.abs(counter.least())) >= limit;
  }
}
