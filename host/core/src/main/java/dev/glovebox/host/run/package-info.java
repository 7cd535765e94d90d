/**
 * The run loop alone, the same in every mode.
 *
 * <p>What a worker sends is hostile input here as well: {@code IntentTranslator} is the one class
 * that turns it into the host's words. May depend on model, clock, market, ledger, risk, plan,
 * order, audit and the jail's port.
 */
@NullMarked
package dev.glovebox.host.run;

import org.jspecify.annotations.NullMarked;
