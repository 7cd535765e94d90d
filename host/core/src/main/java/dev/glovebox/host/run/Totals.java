package dev.glovebox.host.run;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.order.OrderState;
import dev.glovebox.host.risk.Ruling;

/** Counts what became of intents. Not thread-safe. */
final class Totals {
  private long intents;
  private long denied;
  private long placed;
  private long filled;
  private long rejected;
  private long expired;
  private long strategyErrors;

  void count(Ruling ruling) {
    intents++;
    switch (ruling) {
      case Ruling.Allowed _ -> placed++;
      case Ruling.Denied refused -> {
        denied++;
        Code code = refused.code();
        if (code == Code.INTENT_INVALID
            || code == Code.QUANTITY_OFF_GRID
            || code == Code.PRICE_OFF_GRID) {
          strategyErrors++;
        }
      }
    }
  }

  void count(OrderEvent.Ended ended) {
    if (ended.state() == OrderState.REJECTED) {
      rejected++;
    } else if (ended.state() == OrderState.EXPIRED) {
      expired++;
    }
  }

  void filled(boolean whole) {
    filled += whole ? 1 : 0;
  }

  RunTotals sum() {
    return new RunTotals(intents, denied, placed, filled, rejected, expired, strategyErrors);
  }
}
