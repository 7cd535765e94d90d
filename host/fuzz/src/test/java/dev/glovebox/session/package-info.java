/** Fuzz target of the host's side of workers and helpers. May use what that package may. */
@NullMarked
package dev.glovebox.session;

import org.jspecify.annotations.NullMarked;
