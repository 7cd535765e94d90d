/**
 * The disposable process that turns submitted bytes into the form that is loaded.
 *
 * <p>Untrusted zone: it parses what others wrote, and its answer is hostile input for the host. May
 * depend on the worker protocol's messages and on its own sub-packages.
 */
@NullMarked
package dev.glovebox.prepare;

import org.jspecify.annotations.NullMarked;
