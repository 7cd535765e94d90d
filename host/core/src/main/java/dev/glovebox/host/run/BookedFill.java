package dev.glovebox.host.run;

import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.Side;
import java.math.BigDecimal;

/**
 * A fill with what the books said right after it.
 *
 * @param barIndex index of the fill bar in the input
 * @param stamp time of the fill bar as given in the input
 * @param price after costs
 * @param spreadCost |price - base| x quantity x multiplier
 */
public record BookedFill(
    OrderKey key,
    int instrument,
    int barIndex,
    String stamp,
    Side side,
    BigDecimal quantity,
    BigDecimal price,
    BigDecimal fee,
    BigDecimal spreadCost,
    BigDecimal cashAfter,
    BigDecimal positionAfter,
    long effectiveTimeMicros,
    long knownTimeMicros) {}
