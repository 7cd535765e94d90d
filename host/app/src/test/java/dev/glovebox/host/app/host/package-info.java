/** Tests of this package. */
@NullMarked
package dev.glovebox.host.app.host;

import org.jspecify.annotations.NullMarked;
