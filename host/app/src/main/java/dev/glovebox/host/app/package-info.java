/**
 * The host's program: main, configuration, command line, wiring.
 *
 * <p>May depend on everything in the host. The only package that ends the JVM and reads its
 * environment.
 */
@NullMarked
package dev.glovebox.host.app;

import org.jspecify.annotations.NullMarked;
