/**
 * The choice of a tier: what the machine can do, against what is demanded. May depend on {@code
 * jail}, {@code jail.armour}, {@code jail.bwrap}, {@code jail.landlock}, {@code jail.seccomp} and
 * the JDK.
 */
@NullMarked
package dev.glovebox.jail.tier;

import org.jspecify.annotations.NullMarked;
