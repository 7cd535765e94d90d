package dev.glovebox.session;

import dev.glovebox.jail.SetFrame;
import dev.glovebox.proto.worker.v1.AccountView;
import dev.glovebox.proto.worker.v1.Bar;
import dev.glovebox.proto.worker.v1.BarSet;
import dev.glovebox.proto.worker.v1.Bars;
import dev.glovebox.proto.worker.v1.HostFrame;
import java.math.BigDecimal;
import java.util.List;

/**
 * Writes frames of bars in their wire form without a message object for each bar: the same bytes
 * that the generated messages serialize to. Not thread-safe: it reuses its buffers.
 *
 * <p>What a set rarely has, fills and order updates, goes through the generated messages.
 */
final class SetEncoder {
  private final WireBuffer sets = new WireBuffer();
  private final WireBuffer set = new WireBuffer();
  private final WireBuffer part = new WireBuffer();
  private final WireBuffer frame = new WireBuffer();

  /** What the account looked like last: most sets change nothing of it. */
  private SetFrame.AccountView known = new SetFrame.AccountView("", "", "", List.of());

  private byte[] account = {};

  /**
   * Starts a frame with as many of {@code frames} as {@code bytesMax} holds, at least one.
   *
   * @return how many
   */
  int begin(List<SetFrame> frames, int bytesMax) {
    sets.clear();
    int count = 0;
    for (SetFrame each : frames) {
      encode(each);
      if (count > 0 && sets.length() + set.length() + WireBuffer.HEADER_BYTES_MAX > bytesMax) {
        break;
      }
      sets.message(Bars.SETS_FIELD_NUMBER, set);
      count++;
    }
    return count;
  }

  /** Returns the frame that {@link #begin} started. */
  byte[] end(int version, long sequence) {
    frame.clear();
    frame.unsigned(HostFrame.VERSION_FIELD_NUMBER, version);
    frame.unsigned(HostFrame.SEQUENCE_FIELD_NUMBER, sequence);
    frame.message(HostFrame.BARS_FIELD_NUMBER, sets);
    return frame.copy();
  }

  private void encode(SetFrame values) {
    set.clear();
    set.unsigned(BarSet.BAR_INDEX_FIELD_NUMBER, values.barIndex());
    for (SetFrame.BarValues bar : values.bars()) {
      bar(bar);
      set.message(BarSet.BARS_FIELD_NUMBER, part);
    }
    for (SetFrame.FillNotice fill : values.fills()) {
      set.bytes(BarSet.FILLS_FIELD_NUMBER, HostFrames.fill(fill).toByteArray());
    }
    for (SetFrame.OrderNotice update : values.orderUpdates()) {
      set.bytes(BarSet.ORDER_UPDATES_FIELD_NUMBER, HostFrames.update(update).toByteArray());
    }
    if (!values.account().equals(known)) {
      account = account(values.account()).toByteArray();
      known = values.account();
    }
    set.bytes(BarSet.ACCOUNT_FIELD_NUMBER, account);
  }

  private void bar(SetFrame.BarValues bar) {
    part.clear();
    part.unsigned(Bar.INSTRUMENT_FIELD_NUMBER, bar.instrument());
    part.signed(Bar.OPEN_TIME_US_FIELD_NUMBER, bar.openTimeMicros());
    part.signed(Bar.CLOSE_TIME_US_FIELD_NUMBER, bar.closeTimeMicros());
    part.signed(Bar.OPEN_FIELD_NUMBER, bar.open());
    part.signed(Bar.HIGH_FIELD_NUMBER, bar.high());
    part.signed(Bar.LOW_FIELD_NUMBER, bar.low());
    part.signed(Bar.CLOSE_FIELD_NUMBER, bar.close());
    part.signed(Bar.VOLUME_FIELD_NUMBER, bar.volume());
    part.unsigned(Bar.PRICE_SCALE_FIELD_NUMBER, bar.priceScale());
    part.unsigned(Bar.VOLUME_SCALE_FIELD_NUMBER, bar.volumeScale());
  }

  static AccountView account(SetFrame.AccountView values) {
    AccountView.Builder view =
        AccountView.newBuilder()
            .setCash(values.cash())
            .setAvailable(values.available())
            .setEquity(values.equity());
    for (BigDecimal position : values.positions()) {
      view.addPositions(HostFrames.decimal(position));
    }
    return view.build();
  }
}
