/**
 * The Python guest: GraalPy in a constrained context, with budget, prelude and log.
 *
 * <p>May depend on {@code guest}, the worker protocol's messages and the polyglot API. Only plain
 * numbers and text go in; what comes out is read as numbers, text and tuples and bounded here.
 */
@NullMarked
package dev.glovebox.worker.python;

import org.jspecify.annotations.NullMarked;
