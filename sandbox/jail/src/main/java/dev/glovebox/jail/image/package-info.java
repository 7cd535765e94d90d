/**
 * What the files of an image are, and that they still are: looked at before every start. May depend
 * on {@code jail} and the JDK.
 */
@NullMarked
package dev.glovebox.jail.image;

import org.jspecify.annotations.NullMarked;
