/** Runs the fuzz targets. May use every room; nothing may use it. */
@NullMarked
package dev.glovebox.fuzz;

import org.jspecify.annotations.NullMarked;
