/**
 * Static analysis of what candidates submit, and the process it runs in.
 *
 * <p>Advice to people: everything must hold with analysis switched off. May depend on {@code
 * dev.glovebox.prepare}, the worker protocol's messages and its own sub-packages; never on the
 * host.
 */
@NullMarked
package dev.glovebox.analyzer;

import org.jspecify.annotations.NullMarked;
