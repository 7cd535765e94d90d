/**
 * Tier {@code oci}: the same world as tier {@code bwrap} builds, built by a runtime of the Open
 * Container Initiative from a bundle that is written for each child. May depend on {@code jail},
 * {@code jail.cgroup}, {@code jail.launch}, {@code jail.seccomp}, {@code jail.view} and the JDK.
 */
@NullMarked
package dev.glovebox.jail.oci;

import org.jspecify.annotations.NullMarked;
