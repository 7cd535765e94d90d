/**
 * The way from the host to a process in a world of its own, up to the program that builds that
 * world: cgroups, users, limits; and the trial of what came out. May depend on {@code jail}, {@code
 * jail.cgroup}, {@code jail.seccomp}, {@code jail.view} and the JDK.
 */
@NullMarked
package dev.glovebox.jail.launch;

import org.jspecify.annotations.NullMarked;
