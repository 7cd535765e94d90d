/**
 * Plans, and the single-use tokens that turn one plan into one order.
 *
 * <p>May depend on model, clock, keys, risk and audit.
 */
@NullMarked
package dev.glovebox.host.plan;

import org.jspecify.annotations.NullMarked;
