package dev.glovebox.worker;

import dev.glovebox.proto.worker.v1.AccountView;
import dev.glovebox.proto.worker.v1.Bar;
import dev.glovebox.proto.worker.v1.BarSet;
import dev.glovebox.proto.worker.v1.Decimal;
import dev.glovebox.proto.worker.v1.Fill;
import dev.glovebox.proto.worker.v1.Intent;
import dev.glovebox.proto.worker.v1.OrderUpdate;
import dev.glovebox.proto.worker.v1.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A host small enough for tests: a market order fills at the next open, everything else is denied;
 * no costs, no limits.
 */
public final class Market {
  /** Microseconds of one day. */
  public static final long DAY_MICROS = 86_400_000_000L;

  /** 2024-01-01T00:00:00Z in microseconds. */
  public static final long START_MICROS = 1_704_067_200_000_000L;

  private final List<Bar> bars;
  private final List<Intent> waiting = new ArrayList<>();
  private BigDecimal cash = new BigDecimal("100000");
  private BigDecimal position = BigDecimal.ZERO;

  /** What filled: bar index, signed quantity, price. */
  public record Filled(int barIndex, BigDecimal quantity, BigDecimal price) {}

  private final List<Filled> filled = new ArrayList<>();

  /** A market over these bars. */
  public Market(List<Bar> bars) {
    this.bars = List.copyOf(bars);
  }

  /** Bars of a day each, with open = the close before, and these closes in cents. */
  public static List<Bar> closes(long... cents) {
    List<Bar> made = new ArrayList<>();
    long open = cents.length == 0 ? 0 : cents[0];
    for (int i = 0; i < cents.length; i++) {
      long at = START_MICROS + i * DAY_MICROS;
      made.add(
          Bar.newBuilder()
              .setOpenTimeUs(at)
              .setCloseTimeUs(at + DAY_MICROS)
              .setOpen(open)
              .setHigh(Math.max(open, cents[i]))
              .setLow(Math.min(open, cents[i]))
              .setClose(cents[i])
              .setVolume(1000)
              .setPriceScale(2)
              .build());
      open = cents[i];
    }
    return List.copyOf(made);
  }

  /** A wavy series with trends, the same each time. */
  public static List<Bar> waves(int count) {
    long[] cents = new long[count];
    long state = 42;
    for (int i = 0; i < count; i++) {
      state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
      long noise = (state >>> 40) % 200;
      cents[i] = 10_000 + i * 3L + Math.round(900 * Math.sin(i / 9.0)) + noise;
    }
    return closes(cents);
  }

  /** Number of bars. */
  public int size() {
    return bars.size();
  }

  /** What filled so far. */
  public List<Filled> filled() {
    return List.copyOf(filled);
  }

  /** The position after the fills so far. */
  public BigDecimal position() {
    return position;
  }

  /** Takes what a guest asked for on the newest set. */
  public void order(List<Intent> intents) {
    waiting.addAll(intents);
  }

  /** True if the next set has news, so that a block must end before it. */
  public boolean hasNews() {
    return !waiting.isEmpty();
  }

  /** The set of bar {@code index}, with the fills and denials of what waited. */
  public BarSet set(int index) {
    Bar bar = bars.get(index);
    BarSet.Builder set = BarSet.newBuilder().setBarIndex(index).addBars(bar);
    for (Intent intent : waiting) {
      if (intent.hasMarket() && intent.getMarket().getQuantity().hasValue()) {
        fill(set, intent, bar, index);
      } else {
        set.addOrderUpdates(
            OrderUpdate.newBuilder()
                .setOrderKey(key(intent))
                .setType(intent.getKindCase().name())
                .setState("DENIED")
                .setCode(intent.hasMarket() ? "INTENT_INVALID" : "ORDER_TYPE_UNSUPPORTED")
                .setTag(intent.getTag()));
      }
    }
    waiting.clear();
    BigDecimal equity = cash.add(position.multiply(price(bar.getClose(), bar)));
    return set.setAccount(
            AccountView.newBuilder()
                .setCash(text(cash))
                .setAvailable(text(cash))
                .setEquity(text(equity))
                .addPositions(decimal(position)))
        .build();
  }

  private void fill(BarSet.Builder set, Intent intent, Bar bar, int index) {
    boolean buy = intent.getMarket().getSide() == Side.SIDE_BUY;
    Decimal quantity = intent.getMarket().getQuantity().getValue();
    BigDecimal size = BigDecimal.valueOf(quantity.getMantissa(), quantity.getScale());
    BigDecimal signed = buy ? size : size.negate();
    BigDecimal price = price(bar.getOpen(), bar);
    cash = cash.subtract(signed.multiply(price));
    position = position.add(signed);
    filled.add(new Filled(index, signed, price));
    set.addFills(
        Fill.newBuilder()
            .setOrderKey(key(intent))
            .setSide(intent.getMarket().getSide())
            .setQuantity(quantity)
            .setPrice(Decimal.newBuilder().setMantissa(bar.getOpen()).setScale(bar.getPriceScale()))
            .setFee("0")
            .setEffectiveTimeUs(bar.getOpenTimeUs())
            .setKnownTimeUs(bar.getCloseTimeUs())
            .setRemaining(Decimal.getDefaultInstance())
            .setTag(intent.getTag()));
  }

  private static BigDecimal price(long mantissa, Bar bar) {
    return BigDecimal.valueOf(mantissa, bar.getPriceScale());
  }

  private static String key(Intent intent) {
    return "o-%06d".formatted(intent.getSequence());
  }

  private static String text(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static Decimal decimal(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    plain = plain.scale() < 0 ? plain.setScale(0) : plain;
    return Decimal.newBuilder()
        .setMantissa(plain.unscaledValue().longValueExact())
        .setScale(plain.scale())
        .build();
  }
}
