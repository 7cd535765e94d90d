/**
 * The words of the field as values: ids, money, instruments, bars, intents, codes, canonical text.
 *
 * <p>Arithmetic only. May depend on the JDK alone.
 */
@NullMarked
package dev.glovebox.host.model;

import org.jspecify.annotations.NullMarked;
