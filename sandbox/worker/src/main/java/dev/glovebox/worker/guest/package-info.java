/**
 * What any guest language offers to the supervisor, and the state machine that drives it.
 *
 * <p>May depend on the worker protocol's messages only: no guest engine and no transport.
 */
@NullMarked
package dev.glovebox.worker.guest;

import org.jspecify.annotations.NullMarked;
