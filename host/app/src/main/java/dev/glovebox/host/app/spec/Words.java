package dev.glovebox.host.app.spec;

import dev.glovebox.host.market.SeriesHeader;
import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.runner.RunSpec;
import dev.glovebox.host.runner.SpecChecks;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that both flags and RunSpec files may hold. Each reader throws {@link
 * IllegalArgumentException} with what the value must be.
 */
final class Words {
  private static final Pattern DECIMAL = Pattern.compile("[0-9]+(\\.[0-9]+)?");
  private static final Pattern INSTRUMENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern NAMED_FILE = Pattern.compile("([A-Za-z0-9._-]{1,64})=(.+)");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z0-9]{2,12}");
  private static final Pattern INTERVAL = Pattern.compile("([1-9][0-9]{0,8})([smhd]?)");
  private static final long INTERVAL_SECONDS_MAX = 315_576_000;

  private static final Pattern ACCOUNT =
      Pattern.compile("(teams/[^/]{1,32}/accounts/)?[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private Words() {}

  /** An exact number, zero or more; written as people do, with or without trailing zeros. */
  static BigDecimal amount(String text) {
    if (text.length() > Decimals.TEXT_CHARACTERS_MAX || !DECIMAL.matcher(text).matches()) {
      throw new IllegalArgumentException("must be a plain decimal number, zero or more");
    }
    return new BigDecimal(text);
  }

  /** An exact number above zero. */
  static BigDecimal positive(String text) {
    if (text.length() <= Decimals.TEXT_CHARACTERS_MAX && DECIMAL.matcher(text).matches()) {
      BigDecimal value = new BigDecimal(text);
      if (value.signum() > 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("must be a plain decimal number above zero");
  }

  /** Costs in basis points: zero or more, and below the whole price. */
  static BigDecimal basisPoints(String text) {
    BigDecimal value = amount(text);
    if (value.compareTo(SpecChecks.BASIS_POINTS_MAX) >= 0) {
      throw new IllegalArgumentException("must be below " + SpecChecks.BASIS_POINTS_MAX);
    }
    return value;
  }

  /** An account's id, or its whole name. */
  static String account(String text) {
    return matching(ACCOUNT, text, "must be an account's id, or teams/T/accounts/ID");
  }

  /** How fast a recorded feed is played: the word, or a canonical decimal above zero. */
  static String speed(String text) {
    return text.equals(RunSpec.SPEED_MAX) ? text : Decimals.text(positive(text));
  }

  /** The length of a bar in seconds. */
  static long interval(long seconds) {
    return within(seconds, 1, SeriesHeader.INTERVAL_SECONDS_MAX);
  }

  static String currency(String text) {
    return matching(CURRENCY, text, "must be a currency such as USD");
  }

  static String instrument(String text) {
    return matching(INSTRUMENT, text, "must be an instrument id, " + INSTRUMENT);
  }

  static String stamp(String text) {
    return oneOf(text, "open", "close");
  }

  static String tierFloor(String text) {
    return oneOf(text, "process", "bwrap", "oci");
  }

  static String profile(String text) {
    return oneOf(text, "gate", "bulk");
  }

  static boolean analysis(String text) {
    return oneOf(text, "on", "off").equals("on");
  }

  static String impact(String text) {
    return built(oneOf(text, "off", "sqrt"), "off");
  }

  /** Participation is off, or a part of the volume above 0 and up to 1. */
  static String participation(String text) {
    if (!text.equals("off")) {
      BigDecimal rate = positive(text);
      if (rate.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException("must be off, or above 0 and at most 1");
      }
    }
    return built(text, "off");
  }

  static int block(long sets) {
    return (int) within(sets, 1, 4096);
  }

  static long within(long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException("must be a whole number from " + least + " to " + most);
    }
    return value;
  }

  /** An interval in seconds, or with a unit: {@code 300}, {@code 5m}, {@code 1d}. */
  static long intervalSeconds(String text) {
    Matcher parts = INTERVAL.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("must be seconds, or a number with s, m, h or d");
    }
    long unit =
        switch (parts.group(2)) {
          case "m" -> 60;
          case "h" -> 3600;
          case "d" -> 86_400;
          default -> 1;
        };
    return within(Long.parseLong(parts.group(1)) * unit, 1, INTERVAL_SECONDS_MAX);
  }

  /** A bar file with its instrument id: {@code ID=FILE}, or a file that names it. */
  static NamedBars bars(String text) {
    Matcher named = NAMED_FILE.matcher(text);
    if (named.matches()) {
      return new NamedBars(named.group(1), Path.of(named.group(2)));
    }
    int equals = text.indexOf('=');
    if (equals >= 0 && !text.substring(0, equals).contains("/")) {
      throw new IllegalArgumentException("the ID before = must be " + INSTRUMENT);
    }
    return new NamedBars(idOf(Path.of(text)), Path.of(text));
  }

  /** The file's name without extension. */
  static String idOf(Path file) {
    String name = nameOf(file);
    int dot = name.lastIndexOf('.');
    return matching(
        INSTRUMENT,
        dot > 0 ? name.substring(0, dot) : name,
        "must be named like an instrument, " + INSTRUMENT + ", or be given as ID=FILE");
  }

  static String nameOf(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }

  /** A bar file and the instrument it is about. */
  record NamedBars(String id, Path file) {}

  private static String matching(Pattern form, String text, String rule) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException(rule);
    }
    return text;
  }

  private static String oneOf(String text, String... words) {
    for (String word : words) {
      if (word.equals(text)) {
        return word;
      }
    }
    throw new IllegalArgumentException("must be " + String.join(" or ", words));
  }

  private static String built(String word, String only) {
    if (!word.equals(only)) {
      throw new IllegalArgumentException(
          "must be " + only + " in this build; " + word + " is later");
    }
    return word;
  }
}
