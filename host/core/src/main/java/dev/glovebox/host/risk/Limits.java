package dev.glovebox.host.risk;

import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Sha256;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The limits of a run. There are no defaults in code: every key is written down, {@code off} too.
 *
 * @param reserveBuffer part of the last close that a buy sets aside on top, 0 or more
 * @param priceCollar largest distance of the expected price from the last close, as a part of it
 * @param quantityMin smallest quantity of an order
 * @param quantityMax largest quantity of an order
 * @param notionalMin smallest value of an order, in the account's currency
 * @param notionalMax largest value of an order
 * @param positionNotionalMax largest value of a position, working orders counted
 * @param drawdownMax largest drawdown from the peak, as a part of it; 0 to 1
 * @param ordersPerBarMax most orders per bar set
 * @param ordersPerMinuteMax most orders per minute of closeTime; empty = off
 * @param ordersPerDayMax most orders per UTC day of closeTime; empty = off
 * @param instruments ids that may be traded; empty = those of the run
 */
public record Limits(
    BigDecimal reserveBuffer,
    BigDecimal priceCollar,
    BigDecimal quantityMin,
    BigDecimal quantityMax,
    BigDecimal notionalMin,
    BigDecimal notionalMax,
    BigDecimal positionNotionalMax,
    BigDecimal drawdownMax,
    int ordersPerBarMax,
    OptionalInt ordersPerMinuteMax,
    OptionalInt ordersPerDayMax,
    Optional<SortedSet<String>> instruments) {
  /** Version of the limits form. */
  public static final int VERSION = 1;

  static final String OFF = "off";
  static final String THOSE_OF_THE_RUN = "those of the run";

  /** Copies and checks the ranges. */
  public Limits {
    instruments =
        instruments.map(ids -> java.util.Collections.unmodifiableSortedSet(new TreeSet<>(ids)));
    if (drawdownMax.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("drawdown_max is at most 1");
    }
    if (quantityMin.signum() == 0) {
      throw new IllegalArgumentException("quantity_min is above zero");
    }
  }

  /** Returns the canonical form, under the keys of the limits file. */
  public Json.Obj json() {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("version", Json.of(VERSION));
    members.put("reserve_buffer", Json.of(reserveBuffer));
    members.put("price_collar", Json.of(priceCollar));
    members.put("quantity_min", Json.of(quantityMin));
    members.put("quantity_max", Json.of(quantityMax));
    members.put("notional_min", Json.of(notionalMin));
    members.put("notional_max", Json.of(notionalMax));
    members.put("position_notional_max", Json.of(positionNotionalMax));
    members.put("drawdown_max", Json.of(drawdownMax));
    members.put("orders_per_bar_max", Json.of(ordersPerBarMax));
    members.put("orders_per_minute_max", count(ordersPerMinuteMax));
    members.put("orders_per_day_max", count(ordersPerDayMax));
    members.put(
        "instruments",
        instruments
            .<Json>map(ids -> Json.of(ids.stream().map(Json::of).toList()))
            .orElseGet(() -> Json.of(THOSE_OF_THE_RUN)));
    return Json.of(members);
  }

  /** Returns the SHA-256 of {@link #json()}. */
  public Sha256 hash() {
    return Sha256.of(json().bytes());
  }

  /** Returns whether orders for the instrument {@code id} are on the list. */
  public boolean allows(String id) {
    return instruments.map(ids -> ids.contains(id)).orElse(true);
  }

  private static Json count(OptionalInt max) {
    return max.isPresent() ? Json.of(max.getAsInt()) : Json.of(OFF);
  }
}
