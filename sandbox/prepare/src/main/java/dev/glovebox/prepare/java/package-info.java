/**
 * Submitted Java as verified classes that count their steps. May depend on the JDK with its
 * compiler, {@code dev.glovebox.classes}, {@code source} and {@code stdio}.
 */
@NullMarked
package dev.glovebox.prepare.java;

import org.jspecify.annotations.NullMarked;
