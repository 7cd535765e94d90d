package dev.glovebox.strategy.guest;

import dev.glovebox.strategy.OrderOptions;
import dev.glovebox.strategy.TimeInForce;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * What was said beside a quantity, checked.
 *
 * @param instrument empty if none is named, or none that can be
 * @param complaint what makes the order invalid, or empty
 */
record Keywords(
    boolean namesInstrument,
    String instrument,
    String shownInstrument,
    boolean reduceOnly,
    int force,
    long expiresMicros,
    String tag,
    String complaint,
    Map<String, Object> given) {
  private static final int INSTRUMENT_BYTES_MAX = 64;
  private static final int TAG_BYTES_MAX = 128;

  /** A price or distance that was given. */
  Optional<Object> price(String name) {
    return Optional.ofNullable(given.get(name));
  }

  static Keywords of(OrderOptions options) {
    // Null is what a call without the option says in Python.
    Map<String, Object> given = options == null ? Map.of() : options.settings();
    Object id = given.get("instrument");
    String instrument =
        id instanceof String text && bytes(text) <= INSTRUMENT_BYTES_MAX ? text : "";
    String complaint = "";
    TimeInForce force = given.get("tif") instanceof TimeInForce wanted ? wanted : TimeInForce.GTC;
    long expires = 0;
    if (given.get("expires") instanceof OffsetDateTime moment) {
      try {
        expires = ChronoUnit.MICROS.between(Instant.EPOCH, moment.toInstant());
      } catch (ArithmeticException e) {
        complaint = "expires is beyond every calendar";
      }
    }
    String tag = given.get("tag") instanceof String text ? text : "";
    if (bytes(tag) > TAG_BYTES_MAX) {
      complaint = "tag is longer than 128 bytes";
      tag = "";
    }
    return new Keywords(
        id != null,
        instrument,
        id == null ? "" : Amount.shown(id),
        Boolean.TRUE.equals(given.get("reduce_only")),
        number(force),
        expires,
        tag,
        complaint,
        given);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The number of a time in force in the worker protocol. */
  private static int number(TimeInForce force) {
    return switch (force) {
      case GTC -> 1;
      case DAY -> 2;
      case GTD -> 3;
      case IOC -> 4;
      case FOK -> 5;
      case OPG -> 6;
    };
  }
}
