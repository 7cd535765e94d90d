/**
 * The only reader of wall and monotonic time, and the one text form of an instant.
 *
 * <p>May depend on model.
 */
@NullMarked
package dev.glovebox.host.clock;

import org.jspecify.annotations.NullMarked;
