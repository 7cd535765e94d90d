/**
 * Content-addressed bytes per team, written once and read back with their hash checked.
 *
 * <p>May depend on model. Durability: a {@link dev.glovebox.host.payload.Payload} that was returned
 * MUST survive a crash; a file that is visible under its address MUST be complete.
 */
@NullMarked
package dev.glovebox.host.payload;

import org.jspecify.annotations.NullMarked;
