/**
 * A run as people describe it: RunSpec files, command-line flags, limits files.
 *
 * <p>May depend on model, risk, runner and the public protocol. Reads what the user of the command
 * line wrote; never what a candidate wrote.
 */
@NullMarked
package dev.glovebox.host.app.spec;

import org.jspecify.annotations.NullMarked;
