/**
 * Artifacts, findings and the life cycle of a candidate.
 *
 * <p>May depend on model, identity, payload, audit and store. Uploads are opaque bytes here: what
 * parses them runs in a jailed process behind the ports {@code Analysis} and {@code Preparation}.
 */
@NullMarked
package dev.glovebox.host.candidate;

import org.jspecify.annotations.NullMarked;
