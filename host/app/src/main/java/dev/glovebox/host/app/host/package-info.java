/**
 * A host put together: its parts opened in order, its ports bound to jailed processes, its servers.
 *
 * <p>May depend on everything in the host's core and edge, on jail and session. Lock order at
 * start: the data folder, the log, the database.
 */
@NullMarked
package dev.glovebox.host.app.host;

import org.jspecify.annotations.NullMarked;
