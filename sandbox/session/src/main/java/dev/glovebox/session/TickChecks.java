package dev.glovebox.session;

import dev.glovebox.proto.worker.v1.Decimal;
import dev.glovebox.proto.worker.v1.ImportDone;
import dev.glovebox.proto.worker.v1.ImportedTick;
import dev.glovebox.proto.worker.v1.ImportedTicks;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks the trades of one import again, by other code than wrote them: order, prices, amounts and
 * the summary. Not thread-safe; one import each.
 */
final class TickChecks {
  static final long TICKS_MAX = 10_000_000;

  /** Years 1970 to 10000. */
  private static final long TIME_MICROS_LIMIT = 253_402_300_800_000_000L;

  private long ticks;
  private long lastMicros;
  private int lastLine;
  private int priceScale;

  List<TickRow> rows(ImportedTicks frame) throws HelperException {
    List<TickRow> rows = new ArrayList<>(frame.getTicksCount());
    for (ImportedTick tick : frame.getTicksList()) {
      rows.add(row(tick));
    }
    return rows;
  }

  private TickRow row(ImportedTick tick) throws HelperException {
    require(ticks < TICKS_MAX, "too many ticks");
    require(tick.getLine() > lastLine, "lines that do not rise");
    require(tick.getTimeUs() >= 0 && tick.getTimeUs() < TIME_MICROS_LIMIT, "a time");
    require(tick.getTimeUs() >= lastMicros, "times that go back");
    lastMicros = tick.getTimeUs();
    lastLine = tick.getLine();
    ticks++;
    TickRow row =
        new TickRow(
            tick.getTimeUs(),
            mantissa(tick.getPrice()),
            tick.getPrice().getScale(),
            mantissa(tick.getAmount()),
            tick.getAmount().getScale(),
            tick.getLine());
    require(row.price() > 0, "a price");
    priceScale = Math.max(priceScale, row.priceScale());
    return row;
  }

  private static long mantissa(Decimal number) throws HelperException {
    require(
        number.getMantissa() >= 0
            && number.getMantissa() < BarChecks.MANTISSA_LIMIT
            && number.getScale() >= 0
            && number.getScale() <= BarChecks.SCALE_MAX,
        "a number");
    return number.getMantissa();
  }

  TickSummary summary(ImportDone done) throws HelperException {
    require(ticks > 0 && done.getTicks() == ticks, "a count of ticks");
    require(done.getBars() == 0 && done.getPriceScale() == priceScale, "a summary");
    return new TickSummary(ticks, priceScale);
  }

  private static void require(boolean holds, String what) throws HelperException {
    if (!holds) {
      throw HelperException.violation("an import with " + what + " outside its bounds");
    }
  }
}
