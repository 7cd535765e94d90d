/**
 * The commands: each reads its flags, asks a host or a library, and prints.
 *
 * <p>May depend on app.spec, app.client, app.host and the values of the host's core. Results go to
 * stdout, everything else to stderr; nothing is printed without passing {@link
 * dev.glovebox.host.app.command.Console}.
 */
@NullMarked
package dev.glovebox.host.app.command;

import org.jspecify.annotations.NullMarked;
