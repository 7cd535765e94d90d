package dev.glovebox.host.market;

import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Json;
import java.util.Map;
import java.util.Set;

/**
 * First line of stored ticks in their canonical form, version 1.
 *
 * <p>The form is text, each line ended by LF: this header in JCS, then per tick {@code
 * time_us,price,amount} with decimals in canonical text.
 *
 * @param ticks 1 to {@value #TICKS_MAX}
 * @param priceScale digits after the point of the finest price, trailing zeros not counted
 */
record TickHeader(long ticks, int priceScale) {
  /** Version of the form. */
  static final int FORM_VERSION = 1;

  /** Most ticks of one tape. */
  static final long TICKS_MAX = 10_000_000;

  private static final String FORM = "ticks";
  private static final Set<String> KEYS = Set.of("v", "form", "ticks", "price_scale");

  /** Checks the ranges. */
  TickHeader {
    if (ticks < 1 || ticks > TICKS_MAX || priceScale < 0 || priceScale > SeriesHeader.SCALE_MAX) {
      throw new IllegalArgumentException("a header of ticks is outside its bounds");
    }
  }

  Json.Obj json() {
    return Json.of(
        Map.of(
            "v", Json.of(FORM_VERSION),
            "form", Json.of(FORM),
            "ticks", Json.of(ticks),
            "price_scale", Json.of(priceScale)));
  }

  /** Reads a header; anything but exactly the canonical form is refused. */
  static TickHeader parse(byte[] line) {
    if (CanonicalJson.parse(line) instanceof Json.Obj(var members)
        && members.keySet().equals(KEYS)
        && members.get("v") instanceof Json.Int(long version)
        && version == FORM_VERSION
        && members.get("form") instanceof Json.Str(String form)
        && form.equals(FORM)
        && members.get("ticks") instanceof Json.Int(long ticks)
        && members.get("price_scale") instanceof Json.Int(long scale)) {
      return new TickHeader(ticks, Math.toIntExact(scale));
    }
    throw new IllegalArgumentException("a header of ticks of another form");
  }
}
