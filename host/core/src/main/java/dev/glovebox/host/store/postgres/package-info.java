/**
 * The embedded PostgreSQL: unpacked, initialised, started and stopped by the host itself.
 *
 * <p>May depend on model and the JDK's processes; with sandbox/jail the only place that starts
 * processes. Nothing here knows a table.
 *
 * <p>Where things are: {@code <data>/postgres} holds the cluster and {@code <data>/postgres-access}
 * (0700) the passwords (0600). PostgreSQL refuses to run as root, so a host run by root starts it
 * under {@code nobody}; a folder that this account cannot traverse (below a home of mode 0700, for
 * example) cannot hold the cluster or the binaries, and they go to a folder that it can, {@code
 * /var/lib/glovebox} unless configured otherwise. {@code <data>/postgres-access/place} then names
 * the cluster.
 */
@NullMarked
package dev.glovebox.host.store.postgres;

import org.jspecify.annotations.NullMarked;
