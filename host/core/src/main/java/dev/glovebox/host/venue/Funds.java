package dev.glovebox.host.venue;

import dev.glovebox.host.model.OrderKey;
import java.math.BigDecimal;

/** What the account behind a simulated venue can pay at this moment. */
@FunctionalInterface
public interface Funds {
  /** Returns available cash plus what is set aside for this very order. */
  BigDecimal spendable(OrderKey key);
}
