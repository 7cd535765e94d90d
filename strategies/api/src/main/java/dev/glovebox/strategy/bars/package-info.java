/**
 * Bars of a longer interval, made of the run's own.
 *
 * <p>May depend on the JDK, {@code Bar} and the figures of {@code guest}.
 */
@NullMarked
package dev.glovebox.strategy.bars;

import org.jspecify.annotations.NullMarked;
