/**
 * Purpose-bound signing and MAC, one key per purpose; no key bytes ever leave this package.
 *
 * <p>May depend on model and Bouncy Castle. A signer process can take the place of {@link
 * dev.glovebox.host.keys.Keys} later.
 */
@NullMarked
package dev.glovebox.host.keys;

import org.jspecify.annotations.NullMarked;
