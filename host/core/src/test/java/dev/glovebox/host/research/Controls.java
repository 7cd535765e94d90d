package dev.glovebox.host.research;

import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.run.GoldenBars;
import dev.glovebox.host.run.ScriptedSession;
import dev.glovebox.jail.OrderSide;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.SetFrame;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Strategies that must fail a check, or that show what no check can see. */
final class Controls {
  /** The reference series as anybody may know it: what a candidate could have learnt by heart. */
  static final List<BarSet> KNOWN = GoldenBars.aapl();

  private Controls() {}

  /** Buys or sells in turn at the bars that {@code signal} names. */
  static Session toggling(IntPredicate signal) {
    return new ScriptedSession(
        0,
        (set, orders) -> {
          if (signal.test(set.barIndex())) {
            toggle(set, orders);
          }
        });
  }

  static void toggle(SetFrame set, ScriptedSession.Orders orders) {
    BigDecimal position = set.account().positions().getFirst();
    if (position.signum() == 0) {
      orders.market(OrderSide.BUY, "10");
    } else {
      orders.market(OrderSide.SELL, position.toPlainString());
    }
  }

  static IntPredicate closesHigherNext(List<BarSet> sets) {
    return bar -> bar + 1 < sets.size() && close(sets, bar + 1).compareTo(close(sets, bar)) > 0;
  }

  static BigDecimal close(List<BarSet> sets, int bar) {
    return sets.get(bar).bars().getFirst().close();
  }

  static void byKnownPrice(SetFrame set, ScriptedSession.Orders orders) {
    int bar =
        IntStream.range(0, KNOWN.size() - 1)
            .filter(i -> close(KNOWN, i).compareTo(closeOf(set)) == 0)
            .findFirst()
            .orElse(-1);
    if (bar >= 0 && closesHigherNext(KNOWN).test(bar)) {
      toggle(set, orders);
    }
  }

  static void byYear(SetFrame set, ScriptedSession.Orders orders) {
    int year =
        Instant.ofEpochSecond(set.bars().getFirst().openTimeMicros() / 1_000_000)
            .atZone(ZoneOffset.UTC)
            .getYear();
    if (year < 2030 && set.barIndex() % 10 == 0) {
      toggle(set, orders);
    }
  }

  /** Looks at the last bar of each frame before it decides on the first. */
  static Session readsAhead() {
    AtomicReference<BigDecimal> last = new AtomicReference<>(BigDecimal.ZERO);
    return new ScriptedSession(
        0,
        (set, orders) -> {
          if (last.get().compareTo(closeOf(set)) > 0 || set.barIndex() % 10 == 0) {
            toggle(set, orders);
          }
        }) {
      @Override
      public Answered next(List<SetFrame> sets) {
        last.set(closeOf(sets.getLast()));
        return super.next(sets);
      }
    };
  }

  static BigDecimal closeOf(SetFrame set) {
    SetFrame.BarValues bar = set.bars().getFirst();
    return BigDecimal.valueOf(bar.close(), bar.priceScale());
  }

  static void pause() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
