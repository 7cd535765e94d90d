/** Honest programs before and after preparation. May use the preparation and the worker. */
@NullMarked
package dev.glovebox.programs;

import org.jspecify.annotations.NullMarked;
