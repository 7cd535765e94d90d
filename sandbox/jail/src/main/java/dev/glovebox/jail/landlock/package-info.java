/**
 * Hides the machine's files from a child by Landlock, without root and without a package: a small
 * Java program confines itself and becomes the child. May depend on {@code jail}, {@code
 * jail.armour}, {@code jail.launch}, {@code jail.view} and the JDK.
 */
@NullMarked
package dev.glovebox.jail.landlock;

import org.jspecify.annotations.NullMarked;
