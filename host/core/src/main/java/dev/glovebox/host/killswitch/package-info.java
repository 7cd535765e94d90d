/**
 * The one way into HALTED.
 *
 * <p>May depend on model, clock, audit and store.
 */
@NullMarked
package dev.glovebox.host.killswitch;

import org.jspecify.annotations.NullMarked;
