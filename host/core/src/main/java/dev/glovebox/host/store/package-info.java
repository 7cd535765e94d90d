/**
 * The database as its owners see it: pool, migrations, leases and the fenced statement.
 *
 * <p>May depend on model and clock. SQL stands beside its owner in a class named {@code *Table};
 * here is only what no table owns.
 */
@NullMarked
package dev.glovebox.host.store;

import org.jspecify.annotations.NullMarked;
