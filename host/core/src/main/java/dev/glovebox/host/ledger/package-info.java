/**
 * Double entry per account and currency, with a sub-ledger per run.
 *
 * <p>Pure: no time, no input, no output. May depend on model.
 */
@NullMarked
package dev.glovebox.host.ledger;

import org.jspecify.annotations.NullMarked;
