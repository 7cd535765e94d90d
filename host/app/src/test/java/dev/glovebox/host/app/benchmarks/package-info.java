/** Measurements that are programs, not tests. May depend on everything that a user could call. */
@NullMarked
package dev.glovebox.host.app.benchmarks;

import org.jspecify.annotations.NullMarked;
