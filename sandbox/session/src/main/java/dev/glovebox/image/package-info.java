/**
 * Makes child processes start fast: a minimal runtime and one ahead-of-time cache for each image.
 *
 * <p>May depend on {@code jail} and {@code session}. What is made here comes from the host's own
 * installation and this package's own samples, never from a candidate, and is only used while it
 * fits the jars, flags and JDK it was made from.
 */
@NullMarked
package dev.glovebox.image;

import org.jspecify.annotations.NullMarked;
