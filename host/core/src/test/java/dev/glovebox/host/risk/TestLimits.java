package dev.glovebox.host.risk;

import dev.glovebox.host.model.Json;
import java.util.Map;
import java.util.TreeMap;

/** Limits for tests. */
public final class TestLimits {
  private TestLimits() {}

  /** Returns the keys and values of the committed research file. */
  public static Map<String, Json> research() {
    return new TreeMap<>(
        Map.ofEntries(
            Map.entry("version", Json.of(1)),
            Map.entry("reserve_buffer", Json.of("0")),
            Map.entry("price_collar", Json.of("1")),
            Map.entry("quantity_min", Json.of("0.00000001")),
            Map.entry("quantity_max", Json.of("1000000000000")),
            Map.entry("notional_min", Json.of("0")),
            Map.entry("notional_max", Json.of("1000000000000")),
            Map.entry("position_notional_max", Json.of("1000000000000")),
            Map.entry("drawdown_max", Json.of("1")),
            Map.entry("orders_per_bar_max", Json.of(256)),
            Map.entry("orders_per_minute_max", Json.of("off")),
            Map.entry("orders_per_day_max", Json.of("off")),
            Map.entry("instruments", Json.of("those of the run"))));
  }

  /** Returns the research limits with one key replaced. */
  public static Limits with(String key, Json value) {
    Map<String, Json> form = research();
    form.put(key, value);
    return LimitsForm.read(Json.of(form));
  }

  /** Returns the research limits with one decimal replaced. */
  public static Limits with(String key, String value) {
    return with(key, Json.of(value));
  }
}
