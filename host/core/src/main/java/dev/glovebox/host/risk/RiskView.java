package dev.glovebox.host.risk;

import dev.glovebox.host.ledger.SubLedger;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the gate may look at when it rules. Read only.
 *
 * @param marks last close by instrument; zero where none is known yet
 * @param warmingUp whether this set belongs to the warm-up
 */
public record RiskView(
    SubLedger books,
    WorkingOrders orders,
    List<BigDecimal> marks,
    OrderRate rate,
    Drawdown drawdown,
    boolean warmingUp) {}
