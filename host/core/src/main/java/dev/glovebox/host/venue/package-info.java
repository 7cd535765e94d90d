/**
 * The port to a venue, its costs, and the simulated venue.
 *
 * <p>May depend on model.
 */
@NullMarked
package dev.glovebox.host.venue;

import org.jspecify.annotations.NullMarked;
