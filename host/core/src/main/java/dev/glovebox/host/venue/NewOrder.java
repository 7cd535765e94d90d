package dev.glovebox.host.venue;

import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.OrderType;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Side;
import java.math.BigDecimal;

/**
 * What a venue is asked to do.
 *
 * @param venueId the venue the token was issued for; a venue refuses one that does not name it
 * @param clientOrderId derived from (run, sequence); unique for ever
 * @param instrument index into the run's instruments
 * @param reserve cash set aside for it; a fill that costs more is refused whole
 */
public record NewOrder(
    String venueId,
    String clientOrderId,
    RunId run,
    OrderKey key,
    int instrument,
    Side side,
    OrderType type,
    BigDecimal quantity,
    BigDecimal reserve) {}
