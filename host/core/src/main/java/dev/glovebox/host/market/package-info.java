/**
 * Imported series, the feed port and the closed-bar filter.
 *
 * <p>May depend on model, clock and payload; its table also on identity, audit and store.
 */
@NullMarked
package dev.glovebox.host.market;

import org.jspecify.annotations.NullMarked;
