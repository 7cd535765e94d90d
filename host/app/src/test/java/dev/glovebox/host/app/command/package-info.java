/** Tests of this package. */
@NullMarked
package dev.glovebox.host.app.command;

import org.jspecify.annotations.NullMarked;
