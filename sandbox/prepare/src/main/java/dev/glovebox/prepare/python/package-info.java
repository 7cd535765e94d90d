/**
 * Python syntax trees, made by the guest runtime's own parser behind our types.
 *
 * <p>May depend on {@code source} and on GraalPy's parser, which is internal there and therefore
 * named nowhere else.
 */
@NullMarked
package dev.glovebox.prepare.python;

import org.jspecify.annotations.NullMarked;
