/**
 * The corpus of attacks against workers. May depend on {@code host}, {@code sandbox/session} and
 * {@code sandbox/jail}; the worker is seen as a process alone.
 */
@NullMarked
package dev.glovebox.host.app.attacks;

import org.jspecify.annotations.NullMarked;
