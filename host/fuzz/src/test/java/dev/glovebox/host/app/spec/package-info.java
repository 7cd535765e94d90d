/** Fuzz target of files in TOML. May use what that package may. */
@NullMarked
package dev.glovebox.host.app.spec;

import org.jspecify.annotations.NullMarked;
