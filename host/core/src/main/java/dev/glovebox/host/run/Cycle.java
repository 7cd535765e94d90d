package dev.glovebox.host.run;

import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.OrderIntent;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.order.OrderState;
import dev.glovebox.host.risk.Ruling;
import dev.glovebox.jail.SetFrame.FillNotice;
import dev.glovebox.jail.SetFrame.OrderNotice;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One set on its way through the seven steps. Owned by the run loop. */
final class Cycle {
  final BarSet set;

  /** 0-based count of sets since the run began; the warm-up counts it. */
  final long ordinal;

  final List<BookedFill> fills = new ArrayList<>();
  final List<FillNotice> fillNotices = new ArrayList<>();
  final List<OrderNotice> orderNotices = new ArrayList<>();
  final SortedMap<OrderKey, OrderState> states = new TreeMap<>(KEY_ORDER);
  final List<OrderIntent> intents = new ArrayList<>();
  final List<Ruling> rulings = new ArrayList<>();
  MarkedAccount account;

  private static final java.util.Comparator<OrderKey> KEY_ORDER =
      java.util.Comparator.comparingInt(OrderKey::sequence);

  /** Starts with the account as the set before left it. */
  Cycle(BarSet set, long ordinal, MarkedAccount before) {
    this.set = set;
    this.ordinal = ordinal;
    this.account = before;
  }

  /** Whether nothing but the bars themselves has to be told in the Decision. */
  boolean uneventful() {
    return fills.isEmpty() && states.isEmpty() && intents.isEmpty();
  }
}
