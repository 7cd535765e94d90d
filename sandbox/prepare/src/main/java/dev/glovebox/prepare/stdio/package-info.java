/**
 * One question and its answers over standard input and output. May depend on the worker protocol's
 * messages and on {@code source}.
 */
@NullMarked
package dev.glovebox.prepare.stdio;

import org.jspecify.annotations.NullMarked;
