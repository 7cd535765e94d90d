/**
 * The untrusted process image: reads its invitation, dials the host, holds one guest, ends.
 *
 * <p>May depend on {@code guest}, {@code python}, {@code transport} and the worker protocol.
 * Nothing in this module is trusted by the host: what it does here is done for good behaviour, for
 * clear messages and for determinism; what holds against a hostile guest is the host's side and the
 * jail.
 */
@NullMarked
package dev.glovebox.worker;

import org.jspecify.annotations.NullMarked;
