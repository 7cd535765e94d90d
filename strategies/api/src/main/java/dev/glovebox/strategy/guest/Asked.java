package dev.glovebox.strategy.guest;

import dev.glovebox.strategy.Side;
import java.util.Map;
import java.util.Optional;

/**
 * One order call, on its way to the host.
 *
 * @param sequence number of the call in the run, from 1
 * @param call what the strategy called, as in the Python API, for example {@code target_percent}
 * @param kind {@code market}, {@code limit}, {@code stop}, {@code stop_limit}, {@code
 *     trailing_stop}, {@code bracket}, {@code modify} or {@code cancel}
 * @param force number of the time in force in the protocol; 0 = none that is known
 * @param expiresMicros microseconds since 1970; 0 = never
 * @param side empty for modify and cancel
 * @param orderKey the order that modify or cancel mean, else empty
 * @param amounts by name: quantity, limit, stop, trail, trail_percent, target
 */
public record Asked(
    int sequence,
    String call,
    String kind,
    String instrument,
    String tag,
    boolean reduceOnly,
    int force,
    long expiresMicros,
    Optional<Side> side,
    String orderKey,
    Map<String, Amount> amounts) {}
