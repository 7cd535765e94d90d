/**
 * Indicators: {@code update} takes the newest number or bar and returns the new value.
 *
 * <p>May depend on the JDK, {@code Bar} and the numbers of {@code guest}.
 */
@NullMarked
package dev.glovebox.strategy.indicators;

import org.jspecify.annotations.NullMarked;
