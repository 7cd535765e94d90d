/** Tests of this package. */
@NullMarked
package dev.glovebox.host.app.spec;

import org.jspecify.annotations.NullMarked;
