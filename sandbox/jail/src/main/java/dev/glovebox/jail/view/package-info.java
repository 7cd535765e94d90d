/**
 * What a jail shows of the machine, and nothing else: an image's files, a runtime, and the files of
 * the C library that it needs. May depend on {@code jail} and the JDK.
 */
@NullMarked
package dev.glovebox.jail.view;

import org.jspecify.annotations.NullMarked;
