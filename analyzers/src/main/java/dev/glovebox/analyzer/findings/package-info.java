/** Collects findings, whatever the language. May depend on the rules and on places in a source. */
@NullMarked
package dev.glovebox.analyzer.findings;

import org.jspecify.annotations.NullMarked;
