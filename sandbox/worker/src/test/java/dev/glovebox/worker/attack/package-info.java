/** Runs the corpus of attacks; depends on the worker's tests and {@code lockdown}. */
@NullMarked
package dev.glovebox.worker.attack;

import org.jspecify.annotations.NullMarked;
