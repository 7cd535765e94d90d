package dev.glovebox.session;

import com.google.protobuf.UnsafeByteOperations;
import dev.glovebox.jail.OrderSide;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.StartOrder;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.proto.worker.v1.Decimal;
import dev.glovebox.proto.worker.v1.Fill;
import dev.glovebox.proto.worker.v1.Instrument;
import dev.glovebox.proto.worker.v1.Limits;
import dev.glovebox.proto.worker.v1.OrderUpdate;
import dev.glovebox.proto.worker.v1.Parameter;
import dev.glovebox.proto.worker.v1.Side;
import dev.glovebox.proto.worker.v1.SizingTerms;
import dev.glovebox.proto.worker.v1.Start;
import java.math.BigDecimal;

/** Writes the host's values in their wire form. */
final class HostFrames {
  /** First value that a mantissa cannot have. */
  static final long MANTISSA_LIMIT = 1_000_000_000_000_000_000L;

  /** Most digits after the point. */
  static final int SCALE_MAX = 18;

  private HostFrames() {}

  static Start start(StartOrder order) {
    Start.Builder start =
        Start.newBuilder()
            .setLanguage(order.language())
            .setPreparedForm(UnsafeByteOperations.unsafeWrap(order.preparedForm().duplicate()))
            .addAllLineMap(order.lineMap())
            .setAccountCurrency(order.accountCurrency())
            .setSeed(order.seed())
            .setLimits(limits(order.limits()))
            .setSizing(
                SizingTerms.newBuilder()
                    .setReserveBuffer(order.sizing().reserveBuffer())
                    .setFeeBasisPoints(order.sizing().feeBasisPoints()))
            .setFileName(order.fileName());
    order
        .parameters()
        .forEach((name, value) ->
            start.addParameters(Parameter.newBuilder().setName(name).setValue(value)));
    for (StartOrder.TradedInstrument instrument : order.instruments()) {
      start.addInstruments(
          Instrument.newBuilder()
              .setId(instrument.id())
              .setCurrency(instrument.currency())
              .setTick(decimal(instrument.tick()))
              .setLot(decimal(instrument.lot()))
              .setMultiplier(decimal(instrument.multiplier()))
              .setIntervalSeconds(instrument.intervalSeconds()));
    }
    return start.build();
  }

  private static Limits limits(WorkerLimits limits) {
    return Limits.newBuilder()
        .setStatementsPerHookMax(limits.statementsPerHookMax())
        .setRecursionMax(limits.recursionMax())
        .setLogLineBytesMax(limits.logLineBytesMax())
        .setLogRunBytesMax(limits.logRunBytesMax())
        .setIntentsPerHookMax(limits.intentsPerHookMax())
        .setHistoryBarsMax(limits.historyBarsMax())
        .build();
  }

  static Fill fill(SetFrame.FillNotice fill) {
    return Fill.newBuilder()
        .setOrderKey(fill.orderKey())
        .setInstrument(fill.instrument())
        .setSide(side(fill.side()))
        .setQuantity(decimal(fill.quantity()))
        .setPrice(decimal(fill.price()))
        .setFee(fill.fee())
        .setEffectiveTimeUs(fill.effectiveTimeMicros())
        .setKnownTimeUs(fill.knownTimeMicros())
        .setRemaining(decimal(fill.remaining()))
        .setTag(fill.tag())
        .build();
  }

  static OrderUpdate update(SetFrame.OrderNotice update) {
    return OrderUpdate.newBuilder()
        .setOrderKey(update.orderKey())
        .setInstrument(update.instrument())
        .setSide(side(update.side()))
        .setType(update.type())
        .setState(update.state())
        .setCode(update.code())
        .setQuantity(decimal(update.quantity()))
        .setFilled(decimal(update.filled()))
        .setTag(update.tag())
        .build();
  }

  private static Side side(OrderSide side) {
    return switch (side) {
      case BUY -> Side.SIDE_BUY;
      case SELL -> Side.SIDE_SELL;
    };
  }

  /**
   * Writes a number that the protocol can carry.
   *
   * @throws IllegalArgumentException if it has more than 18 digits after the point or is too large
   */
  static Decimal decimal(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    BigDecimal plain = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    // precision() first: unscaledValue().longValueExact() of a huge number would say less.
    if (plain.scale() > SCALE_MAX || plain.precision() > SCALE_MAX) {
      throw new IllegalArgumentException("not a protocol number: " + stripped);
    }
    return Decimal.newBuilder()
        .setMantissa(plain.unscaledValue().longValueExact())
        .setScale(plain.scale())
        .build();
  }
}
