/** What the host's own process does for its safety. May depend on the JDK only. */
@NullMarked
package dev.glovebox.jail.armour;

import org.jspecify.annotations.NullMarked;
