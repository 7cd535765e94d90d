/**
 * The door between an intent and a plan: limits, one table of checks, rulings.
 *
 * <p>Pure and closed by default: what throws or lacks its input denies. May depend on model, ledger
 * and market.
 */
@NullMarked
package dev.glovebox.host.risk;

import org.jspecify.annotations.NullMarked;
