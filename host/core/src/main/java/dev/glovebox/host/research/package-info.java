/**
 * Honesty checks: one candidate run many times over altered input, and what the comparison shows.
 *
 * <p>May depend on runner, run, market, candidate, store and below; writes no SQL.
 */
@NullMarked
package dev.glovebox.host.research;

import org.jspecify.annotations.NullMarked;
