/**
 * What a Java candidate is after its preparation, and what decides whether its classes may be
 * loaded: the archive, the positive list, the verifier, and the transform that counts steps.
 *
 * <p>Used by preparation, which makes the form, and by the worker, which believes none of it and
 * verifies again. May depend on the JDK only.
 */
@NullMarked
package dev.glovebox.classes;

import org.jspecify.annotations.NullMarked;
