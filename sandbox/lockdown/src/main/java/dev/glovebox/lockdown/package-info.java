/**
 * What a child process gives up for good before it touches what a candidate wrote. May depend on
 * the JDK only.
 */
@NullMarked
package dev.glovebox.lockdown;

import org.jspecify.annotations.NullMarked;
