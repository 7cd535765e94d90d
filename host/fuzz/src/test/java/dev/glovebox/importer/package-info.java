/** Fuzz target of the importer. May use {@code session}, whose checks must take what it gives. */
@NullMarked
package dev.glovebox.importer;

import org.jspecify.annotations.NullMarked;
