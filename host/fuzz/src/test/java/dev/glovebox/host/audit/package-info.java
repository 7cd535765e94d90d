/** Fuzz target of verification. May use what that package may. */
@NullMarked
package dev.glovebox.host.audit;

import org.jspecify.annotations.NullMarked;
