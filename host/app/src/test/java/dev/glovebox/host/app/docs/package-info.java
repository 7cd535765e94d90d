/** Tests of this package. */
@NullMarked
package dev.glovebox.host.app.docs;

import org.jspecify.annotations.NullMarked;
