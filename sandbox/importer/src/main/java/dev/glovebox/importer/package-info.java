/**
 * Reads one bar file in a disposable process: strict, streaming, bounded.
 *
 * <p>Runs on hostile input and is itself not trusted; the host checks every bar again. May depend
 * on the generated worker protocol only, so that it starts fast.
 */
@NullMarked
package dev.glovebox.importer;

import org.jspecify.annotations.NullMarked;
