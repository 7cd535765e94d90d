/**
 * Submitted bytes as checked text, with lines, columns and refusals. May depend on the JDK only.
 */
@NullMarked
package dev.glovebox.prepare.source;

import org.jspecify.annotations.NullMarked;
