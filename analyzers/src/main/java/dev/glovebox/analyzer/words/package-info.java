/**
 * What texts, comments and names say to people, whatever the language. May depend on the JDK only.
 */
@NullMarked
package dev.glovebox.analyzer.words;

import org.jspecify.annotations.NullMarked;
