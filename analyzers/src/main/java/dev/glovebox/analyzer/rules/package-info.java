/** Rules and lists, as data with a hash. May depend on the JDK only. */
@NullMarked
package dev.glovebox.analyzer.rules;

import org.jspecify.annotations.NullMarked;
