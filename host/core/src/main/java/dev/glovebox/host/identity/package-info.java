/**
 * Who is calling and what they may do.
 *
 * <p>May depend on model.
 */
@NullMarked
package dev.glovebox.host.identity;

import org.jspecify.annotations.NullMarked;
