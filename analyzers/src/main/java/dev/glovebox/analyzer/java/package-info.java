/**
 * Reads Java and asks the rules of it. Names are resolved by what is declared in the source and by
 * the positive list of preparation; nothing is loaded.
 */
@NullMarked
package dev.glovebox.analyzer.java;

import org.jspecify.annotations.NullMarked;
