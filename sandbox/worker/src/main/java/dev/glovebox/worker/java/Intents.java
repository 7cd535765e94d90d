package dev.glovebox.worker.java;

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
import dev.glovebox.proto.worker.v1.TrailingStopOrder;
import dev.glovebox.strategy.guest.Asked;
import dev.glovebox.worker.guest.Texts;
import java.math.BigDecimal;

/** Order calls as the protocol's intents: the same bytes as of the same calls in Python. */
final class Intents {
  private static final int TEXT_BYTES_MAX = 128;
  private static final int ID_BYTES_MAX = 64;

  private Intents() {}

  static Intent of(Asked asked) {
    Intent.Builder intent =
        Intent.newBuilder()
            .setSequence(asked.sequence())
            .setCall(Texts.cut(asked.call(), ID_BYTES_MAX))
            .setInstrument(Texts.cut(asked.instrument(), ID_BYTES_MAX))
            .setTag(Texts.cut(asked.tag(), TEXT_BYTES_MAX))
            .setReduceOnly(asked.reduceOnly())
            .setTimeInForceValue(asked.force())
            .setExpiresUs(asked.expiresMicros());
    Side side = asked.side().map(Intents::side).orElse(Side.SIDE_UNSPECIFIED);
    Amount quantity = amount(asked, "quantity");
    Amount limit = amount(asked, "limit");
    Amount stop = amount(asked, "stop");
    switch (asked.kind()) {
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
      case "trailing_stop" -> intent.setTrailingStop(trailing(asked, side, quantity));
      case "bracket" ->
          intent.setBracket(
              BracketOrder.newBuilder()
                  .setSide(side)
                  .setQuantity(quantity)
                  .setEntryLimit(limit)
                  .setTarget(amount(asked, "target"))
                  .setStop(stop));
      case "modify" ->
          intent.setModify(
              ModifyOrder.newBuilder()
                  .setOrderKey(Texts.cut(asked.orderKey(), ID_BYTES_MAX))
                  .setQuantity(quantity)
                  .setLimit(limit)
                  .setStop(stop));
      case "cancel" ->
          intent.setCancel(
              CancelOrder.newBuilder().setOrderKey(Texts.cut(asked.orderKey(), ID_BYTES_MAX)));
      default -> throw new IllegalStateException("unknown kind of intent");
    }
    return intent.build();
  }

  private static TrailingStopOrder trailing(Asked asked, Side side, Amount quantity) {
    TrailingStopOrder.Builder order =
        TrailingStopOrder.newBuilder().setSide(side).setQuantity(quantity);
    return asked.amounts().containsKey("trail")
        ? order.setTrail(amount(asked, "trail")).build()
        : order.setTrailPercent(amount(asked, "trail_percent")).build();
  }

  private static Side side(dev.glovebox.strategy.Side side) {
    return switch (side) {
      case BUY -> Side.SIDE_BUY;
      case SELL -> Side.SIDE_SELL;
    };
  }

  private static Amount amount(Asked asked, String name) {
    dev.glovebox.strategy.guest.Amount given = asked.amounts().get(name);
    if (given == null) {
      return Amount.getDefaultInstance();
    }
    if (!given.invalid().isEmpty()) {
      return Amount.newBuilder().setInvalid(Texts.cut(given.invalid(), TEXT_BYTES_MAX)).build();
    }
    BigDecimal value = given.value().orElse(BigDecimal.ZERO);
    return Amount.newBuilder()
        .setValue(
            Decimal.newBuilder()
                .setMantissa(value.unscaledValue().longValueExact())
                .setScale(value.scale()))
        .setOriginal(Texts.cut(given.original(), TEXT_BYTES_MAX))
        .build();
  }
}
