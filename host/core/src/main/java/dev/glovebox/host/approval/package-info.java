/**
 * The two human gates: promotions and run grants, each a signed envelope.
 *
 * <p>May depend on model, clock, keys, identity, candidate, audit and store.
 */
@NullMarked
package dev.glovebox.host.approval;

import org.jspecify.annotations.NullMarked;
