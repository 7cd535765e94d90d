/** Questions to graphs, whatever the language. May depend on the JDK only. */
@NullMarked
package dev.glovebox.analyzer.graph;

import org.jspecify.annotations.NullMarked;
