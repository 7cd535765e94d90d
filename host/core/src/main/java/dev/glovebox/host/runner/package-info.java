/**
 * Start, stop, leases and recovery of runs; {@code Wiring} is the only reader of the mode.
 *
 * <p>May depend on report, run, venue, approval, candidate, killswitch, store and below.
 */
@NullMarked
package dev.glovebox.host.runner;

import org.jspecify.annotations.NullMarked;
