/** Fuzz target of the edge. May use what that package may. */
@NullMarked
package dev.glovebox.host.edge;

import org.jspecify.annotations.NullMarked;
