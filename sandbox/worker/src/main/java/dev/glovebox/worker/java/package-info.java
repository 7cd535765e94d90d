/**
 * The Java guest: prepared classes in a loader of their own, with budget, depth and log.
 *
 * <p>May depend on {@code guest}, the worker protocol's messages and the strategy API. Values go
 * in, plain copies come out and are bounded here.
 */
@NullMarked
package dev.glovebox.worker.java;

import org.jspecify.annotations.NullMarked;
