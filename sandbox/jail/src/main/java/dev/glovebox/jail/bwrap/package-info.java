/**
 * Tier {@code bwrap}: namespaces, a read-only image and a system call filter, by bubblewrap. May
 * depend on {@code jail}, {@code jail.cgroup}, {@code jail.launch}, {@code jail.seccomp}, {@code
 * jail.view} and the JDK.
 */
@NullMarked
package dev.glovebox.jail.bwrap;

import org.jspecify.annotations.NullMarked;
