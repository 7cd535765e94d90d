/** The Python normal form and its proof. May depend on {@code source} and {@code python}. */
@NullMarked
package dev.glovebox.prepare.form;

import org.jspecify.annotations.NullMarked;
