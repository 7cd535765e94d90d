/** A reviewer's work on values, without a host and without processes. */
@NullMarked
package dev.glovebox.host.app.review;

import org.jspecify.annotations.NullMarked;
