/**
 * The worker's half inside the guest: the run's state, orders, exact numbers, the meter.
 *
 * <p>May depend on the JDK and the API's own types; nobody but the worker and the API may use it,
 * and analysis, which reads defaults as a run would.
 */
@NullMarked
package dev.glovebox.strategy.guest;

import org.jspecify.annotations.NullMarked;
