/**
 * What a strategy in Java is: {@code Strategy}, and the values its hooks are given.
 *
 * <p>May depend on the JDK only; {@code guest} implements what is declared here.
 */
@NullMarked
package dev.glovebox.strategy;

import org.jspecify.annotations.NullMarked;
