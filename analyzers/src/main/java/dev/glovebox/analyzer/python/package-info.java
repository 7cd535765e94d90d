/**
 * The checks of Python sources. May depend on {@code dev.glovebox.analyzer.rules} and {@code
 * dev.glovebox.prepare}.
 */
@NullMarked
package dev.glovebox.analyzer.python;

import org.jspecify.annotations.NullMarked;
