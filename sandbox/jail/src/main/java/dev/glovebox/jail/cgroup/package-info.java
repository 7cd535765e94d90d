/**
 * Bounds of memory, processes and processor time that the kernel holds, in cgroups of version 1, 2
 * or both. May depend on the JDK only.
 */
@NullMarked
package dev.glovebox.jail.cgroup;

import org.jspecify.annotations.NullMarked;
