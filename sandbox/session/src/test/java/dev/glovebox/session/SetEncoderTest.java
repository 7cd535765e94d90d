package dev.glovebox.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.jail.OrderSide;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.proto.worker.v1.Bar;
import dev.glovebox.proto.worker.v1.BarSet;
import dev.glovebox.proto.worker.v1.Bars;
import dev.glovebox.proto.worker.v1.HostFrame;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SetEncoderTest {
  private final SetEncoder encoder = new SetEncoder();

  @Test
  void writesTheBytesOfTheGeneratedMessages() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      List<SetFrame> frames = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(40); i++) {
        frames.add(frame(random));
      }
      Bars.Builder sets = Bars.newBuilder();
      frames.forEach(each -> sets.addSets(set(each).toByteString()));
      byte[] expected =
          HostFrame.newBuilder()
              .setVersion(1)
              .setSequence(round)
              .setBars(sets)
              .build()
              .toByteArray();

      assertThat(encoder.begin(frames, Integer.MAX_VALUE)).isEqualTo(frames.size());
      assertThat(encoder.end(1, round)).isEqualTo(expected);
    }
  }

  @Test
  void writesTheLargestNumbers() {
    SetFrame.BarValues bar =
        new SetFrame.BarValues(
            63,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            -1,
            0,
            1,
            HostFrames.MANTISSA_LIMIT - 1,
            127,
            18,
            18);
    SetFrame frame =
        new SetFrame(Integer.MAX_VALUE, List.of(bar), List.of(), List.of(), account("-1"));
    encoder.begin(List.of(frame), Integer.MAX_VALUE);
    assertThat(encoder.end(1, Long.MAX_VALUE))
        .isEqualTo(
            HostFrame.newBuilder()
                .setVersion(1)
                .setSequence(Long.MAX_VALUE)
                .setBars(Bars.newBuilder().addSets(set(frame).toByteString()))
                .build()
                .toByteArray());
  }

  @Test
  void stopsBeforeTheFrameIsTooLongButTakesAtLeastOneSet() {
    Random random = new Random(3);
    List<SetFrame> frames = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      frames.add(frame(random));
    }
    assertThat(encoder.begin(frames, 1)).isEqualTo(1);
    int count = encoder.begin(frames, 2000);
    assertThat(count).isBetween(2, 99);
    assertThat(encoder.end(1, 1).length).isLessThanOrEqualTo(2000 + 64);
  }

  private static SetFrame frame(Random random) {
    List<SetFrame.BarValues> bars = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(2); i++) {
      bars.add(
          new SetFrame.BarValues(
              i,
              random.nextLong(),
              random.nextLong(),
              random.nextInt(),
              random.nextLong(HostFrames.MANTISSA_LIMIT),
              random.nextInt(300),
              0,
              random.nextInt(5),
              random.nextInt(19),
              random.nextInt(19)));
    }
    boolean news = random.nextInt(4) == 0;
    return new SetFrame(
        random.nextInt(1 << 20),
        bars,
        news ? List.of(FILL) : List.of(),
        news && random.nextBoolean() ? List.of(UPDATE) : List.of(),
        account(Integer.toString(random.nextInt(3))));
  }

  private static SetFrame.AccountView account(String cash) {
    return new SetFrame.AccountView(
        cash, "10.5", "", List.of(new BigDecimal("1.50"), BigDecimal.ZERO));
  }

  private static final SetFrame.FillNotice FILL =
      new SetFrame.FillNotice(
          "o-000001",
          0,
          OrderSide.SELL,
          BigDecimal.TEN,
          new BigDecimal("12.34"),
          "0.1",
          5,
          6,
          BigDecimal.ZERO,
          "tag");

  private static final SetFrame.OrderNotice UPDATE =
      new SetFrame.OrderNotice(
          "o-000002",
          1,
          OrderSide.BUY,
          "MARKET",
          "DENIED",
          "BUYING_POWER",
          BigDecimal.ONE,
          BigDecimal.ZERO,
          "");

  private static BarSet set(SetFrame frame) {
    BarSet.Builder set = BarSet.newBuilder().setBarIndex(frame.barIndex());
    for (SetFrame.BarValues bar : frame.bars()) {
      set.addBars(bar(bar));
    }
    for (SetFrame.FillNotice fill : frame.fills()) {
      set.addFills(HostFrames.fill(fill));
    }
    for (SetFrame.OrderNotice update : frame.orderUpdates()) {
      set.addOrderUpdates(HostFrames.update(update));
    }
    return set.setAccount(SetEncoder.account(frame.account())).build();
  }

  private static Bar bar(SetFrame.BarValues bar) {
    return Bar.newBuilder()
        .setInstrument(bar.instrument())
        .setOpenTimeUs(bar.openTimeMicros())
        .setCloseTimeUs(bar.closeTimeMicros())
        .setOpen(bar.open())
        .setHigh(bar.high())
        .setLow(bar.low())
        .setClose(bar.close())
        .setVolume(bar.volume())
        .setPriceScale(bar.priceScale())
        .setVolumeScale(bar.volumeScale())
        .build();
  }
}
