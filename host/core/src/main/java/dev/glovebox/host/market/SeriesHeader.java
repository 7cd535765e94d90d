package dev.glovebox.host.market;

import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Json;
import java.util.Map;
import java.util.Set;

/**
 * First line of a series in its canonical form, version 1.
 *
 * <p>The form is text, each line ended by LF: this header in JCS, then per bar {@code
 * open_time_us,stamp,open,high,low,close,volume} with decimals in canonical text.
 *
 * @param bars 1 to {@value #BARS_MAX}
 * @param priceScale digits after the point of the finest price, trailing zeros not counted
 * @param gaps missing intervals between the first and the last bar
 */
public record SeriesHeader(
    long intervalSeconds, String stamp, boolean dateOnly, long bars, int priceScale, long gaps) {
  /** Version of the form. */
  public static final int FORM_VERSION = 1;

  /** Most bars of a series. */
  public static final long BARS_MAX = 10_000_000;

  /** Most digits after the point of a price or volume. */
  public static final int SCALE_MAX = 12;

  /** Longest interval, in seconds: a leap year. */
  public static final long INTERVAL_SECONDS_MAX = 366L * 86_400;

  private static final Set<String> KEYS =
      Set.of("v", "interval_seconds", "stamp", "date_only", "bars", "price_scale", "gaps");

  /** Checks the ranges. */
  public SeriesHeader {
    if (intervalSeconds < 1
        || intervalSeconds > INTERVAL_SECONDS_MAX
        || !(stamp.equals("open") || stamp.equals("close"))
        || bars < 1
        || bars > BARS_MAX
        || priceScale < 0
        || priceScale > SCALE_MAX
        || gaps < 0) {
      throw new IllegalArgumentException("a series header is outside its bounds");
    }
  }

  /** Returns the header's object. */
  Json.Obj json() {
    return Json.of(
        Map.of(
            "v", Json.of(FORM_VERSION),
            "interval_seconds", Json.of(intervalSeconds),
            "stamp", Json.of(stamp),
            "date_only", Json.of(dateOnly),
            "bars", Json.of(bars),
            "price_scale", Json.of(priceScale),
            "gaps", Json.of(gaps)));
  }

  /** Reads a header; anything but exactly the canonical form is refused. */
  static SeriesHeader parse(byte[] line) {
    if (CanonicalJson.parse(line) instanceof Json.Obj(var members)
        && members.keySet().equals(KEYS)
        && members.get("v") instanceof Json.Int(long version)
        && version == FORM_VERSION
        && members.get("interval_seconds") instanceof Json.Int(long interval)
        && members.get("stamp") instanceof Json.Str(String stamp)
        && members.get("date_only") instanceof Json.Bool(boolean dateOnly)
        && members.get("bars") instanceof Json.Int(long bars)
        && members.get("price_scale") instanceof Json.Int(long scale)
        && members.get("gaps") instanceof Json.Int(long gaps)) {
      return new SeriesHeader(interval, stamp, dateOnly, bars, Math.toIntExact(scale), gaps);
    }
    throw new IllegalArgumentException("a series header of another form");
  }
}
