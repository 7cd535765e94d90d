/** What expressions may stand for, whatever the language: traits, dates, counts, prices. */
@NullMarked
package dev.glovebox.analyzer.flow;

import org.jspecify.annotations.NullMarked;
