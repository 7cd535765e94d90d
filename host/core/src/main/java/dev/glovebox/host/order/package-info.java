/**
 * The order state table, redemption of tokens, and the one call that reaches a venue.
 *
 * <p>May depend on model, clock, plan, venue, killswitch, audit and store.
 */
@NullMarked
package dev.glovebox.host.order;

import org.jspecify.annotations.NullMarked;
