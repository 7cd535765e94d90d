/**
 * The command line of static analysis.
 *
 * <p>Trusted, and therefore parses nothing: each file goes to a jailed process of its own. May
 * depend on {@code dev.glovebox.analyzer}, {@code dev.glovebox.jail}, {@code dev.glovebox.session}
 * and picocli.
 */
@NullMarked
package dev.glovebox.analyzer.cli;

import org.jspecify.annotations.NullMarked;
