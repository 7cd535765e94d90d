package dev.glovebox.worker.python;

import dev.glovebox.proto.worker.v1.Amount;
import dev.glovebox.proto.worker.v1.BracketOrder;
import dev.glovebox.proto.worker.v1.CancelOrder;
import dev.glovebox.proto.worker.v1.Decimal;
import dev.glovebox.proto.worker.v1.Intent;
import dev.glovebox.proto.worker.v1.LimitOrder;
import dev.glovebox.proto.worker.v1.MarketOrder;
import dev.glovebox.proto.worker.v1.ModifyOrder;
import dev.glovebox.proto.worker.v1.Side;
import dev.glovebox.proto.worker.v1.StopLimitOrder;
import dev.glovebox.proto.worker.v1.StopOrder;
import dev.glovebox.proto.worker.v1.TimeInForce;
import dev.glovebox.proto.worker.v1.TrailingStopOrder;
import dev.glovebox.worker.guest.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;

/**
 * Reads the tuples of the strategy API as intents.
 *
 * <p>A candidate that spoils the API's state can make them anything; what does not fit throws, and
 * the run ends. Fields: sequence, call, kind, instrument, tag, reduce_only, time in force, expires,
 * side, order key, amounts (name, (mantissa, scale, original, invalid)). A plain MARKET order has
 * the short form: sequence, call, side, instrument, whole units.
 */
final class IntentReader {
  /** Longest tag, original or invalid text, in UTF-8 bytes. */
  static final int TEXT_BYTES_MAX = 128;

  /** Longest instrument id or order key, in UTF-8 bytes. */
  static final int ID_BYTES_MAX = 64;

  private static final int AMOUNTS_MAX = 8;
  private static final int PLAIN_FIELDS = 5;

  private IntentReader() {}

  /** Reads at most {@code max} intents. */
  static List<Intent> read(Value list, int max) {
    long count = list.getArraySize();
    if (count > max) {
      throw new IllegalArgumentException("too many intents");
    }
    List<Intent> intents = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      intents.add(intent(list.getArrayElement(i)));
    }
    return List.copyOf(intents);
  }

  private static Intent intent(Value fields) {
    return fields.getArraySize() == PLAIN_FIELDS ? plain(fields) : full(fields);
  }

  private static Intent plain(Value fields) {
    Decimal units = Decimal.newBuilder().setMantissa(fields.getArrayElement(4).asLong()).build();
    return Intent.newBuilder()
        .setSequence(fields.getArrayElement(0).asInt())
        .setCall(text(fields, 1, ID_BYTES_MAX))
        .setInstrument(text(fields, 3, ID_BYTES_MAX))
        .setTimeInForce(TimeInForce.TIME_IN_FORCE_GTC)
        .setMarket(
            MarketOrder.newBuilder()
                .setSide(side(text(fields, 2, ID_BYTES_MAX)))
                .setQuantity(Amount.newBuilder().setValue(units)))
        .build();
  }

  private static Intent full(Value fields) {
    Intent.Builder intent =
        Intent.newBuilder()
            .setSequence(fields.getArrayElement(0).asInt())
            .setCall(text(fields, 1, ID_BYTES_MAX))
            .setInstrument(text(fields, 3, ID_BYTES_MAX))
            .setTag(text(fields, 4, TEXT_BYTES_MAX))
            .setReduceOnly(fields.getArrayElement(5).asBoolean())
            .setTimeInForceValue(timeInForce(fields.getArrayElement(6).asInt()))
            .setExpiresUs(fields.getArrayElement(7).asLong());
    kind(intent, fields);
    return intent.build();
  }

  private static int timeInForce(int number) {
    return TimeInForce.forNumber(number) == null ? 0 : number;
  }

  private static void kind(Intent.Builder intent, Value fields) {
    Side side = side(text(fields, 8, ID_BYTES_MAX));
    String orderKey = text(fields, 9, ID_BYTES_MAX);
    Map<String, Amount> amounts = amounts(fields.getArrayElement(10));
    Amount quantity = amounts.getOrDefault("quantity", Amount.getDefaultInstance());
    Amount limit = amounts.getOrDefault("limit", Amount.getDefaultInstance());
    Amount stop = amounts.getOrDefault("stop", Amount.getDefaultInstance());
    switch (text(fields, 2, ID_BYTES_MAX)) {
      case "market" ->
          intent.setMarket(MarketOrder.newBuilder().setSide(side).setQuantity(quantity));
      case "limit" ->
          intent.setLimit(
              LimitOrder.newBuilder().setSide(side).setQuantity(quantity).setLimit(limit));
      case "stop" ->
          intent.setStop(StopOrder.newBuilder().setSide(side).setQuantity(quantity).setStop(stop));
      case "stop_limit" ->
          intent.setStopLimit(
              StopLimitOrder.newBuilder()
                  .setSide(side)
                  .setQuantity(quantity)
                  .setStop(stop)
                  .setLimit(limit));
      case "trailing_stop" -> intent.setTrailingStop(trailing(side, quantity, amounts));
      case "bracket" ->
          intent.setBracket(
              BracketOrder.newBuilder()
                  .setSide(side)
                  .setQuantity(quantity)
                  .setEntryLimit(limit)
                  .setTarget(amounts.getOrDefault("target", Amount.getDefaultInstance()))
                  .setStop(stop));
      case "modify" ->
          intent.setModify(
              ModifyOrder.newBuilder()
                  .setOrderKey(orderKey)
                  .setQuantity(quantity)
                  .setLimit(limit)
                  .setStop(stop));
      case "cancel" -> intent.setCancel(CancelOrder.newBuilder().setOrderKey(orderKey));
      default -> throw new IllegalArgumentException("unknown kind of intent");
    }
  }

  private static TrailingStopOrder trailing(
      Side side, Amount quantity, Map<String, Amount> amounts) {
    TrailingStopOrder.Builder order =
        TrailingStopOrder.newBuilder().setSide(side).setQuantity(quantity);
    Amount trail = amounts.get("trail");
    return trail != null
        ? order.setTrail(trail).build()
        : order
            .setTrailPercent(amounts.getOrDefault("trail_percent", Amount.getDefaultInstance()))
            .build();
  }

  private static Side side(String text) {
    return switch (text) {
      case "BUY" -> Side.SIDE_BUY;
      case "SELL" -> Side.SIDE_SELL;
      default -> Side.SIDE_UNSPECIFIED;
    };
  }

  private static Map<String, Amount> amounts(Value pairs) {
    Map<String, Amount> amounts = new HashMap<>();
    long count = Math.min(pairs.getArraySize(), AMOUNTS_MAX);
    for (long i = 0; i < count; i++) {
      Value pair = pairs.getArrayElement(i);
      amounts.put(text(pair, 0, ID_BYTES_MAX), amount(pair.getArrayElement(1)));
    }
    return amounts;
  }

  private static Amount amount(Value fields) {
    String invalid = text(fields, 3, TEXT_BYTES_MAX);
    if (!invalid.isEmpty()) {
      return Amount.newBuilder().setInvalid(invalid).build();
    }
    return Amount.newBuilder()
        .setValue(
            Decimal.newBuilder()
                .setMantissa(fields.getArrayElement(0).asLong())
                .setScale(fields.getArrayElement(1).asInt()))
        .setOriginal(text(fields, 2, TEXT_BYTES_MAX))
        .build();
  }

  private static String text(Value fields, long index, int bytesMax) {
    return Texts.cut(fields.getArrayElement(index).asString(), bytesMax);
  }
}
