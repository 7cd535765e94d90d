/**
 * The layout rules of the trusted side, checked on its class files.
 *
 * <p>Depends on ArchUnit alone; what is checked is read from the class path, never called.
 */
@NullMarked
package dev.glovebox.host.app.layout;

import org.jspecify.annotations.NullMarked;
