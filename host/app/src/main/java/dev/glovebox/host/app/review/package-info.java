/**
 * A reviewer's work on the reviewer's own machine: the bundle, hashed and examined again, and the
 * statement that is signed.
 *
 * <p>May depend on model, clock, keys, identity, candidate, approval, audit's values and app.host's
 * local examination. Asks no host.
 */
@NullMarked
package dev.glovebox.host.app.review;

import org.jspecify.annotations.NullMarked;
