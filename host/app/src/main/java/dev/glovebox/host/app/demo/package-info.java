/**
 * The demo: the whole story on real data, each step with its evidence.
 *
 * <p>May depend on app.command, app.host, app.spec, audit and model.
 */
@NullMarked
package dev.glovebox.host.app.demo;

import org.jspecify.annotations.NullMarked;
