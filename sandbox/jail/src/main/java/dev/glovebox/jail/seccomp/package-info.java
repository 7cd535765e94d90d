/** System call filters, made from the reviewed list beside them. May depend on the JDK only. */
@NullMarked
package dev.glovebox.jail.seccomp;

import org.jspecify.annotations.NullMarked;
