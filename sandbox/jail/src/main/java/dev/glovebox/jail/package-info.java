/**
 * Processes that hold hostile code, their limits, and the port through which a run talks to one.
 *
 * <p>Trusted and tiny. May depend on the JDK only. Everything that arrives here from a worker is
 * hostile input: bounded, sequence-checked and timed by the implementation of {@link
 * dev.glovebox.jail.Session}, validated again by the run.
 */
@NullMarked
package dev.glovebox.jail;

import org.jspecify.annotations.NullMarked;
