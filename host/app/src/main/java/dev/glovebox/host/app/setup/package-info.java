/**
 * What {@code init} makes: certificates, keys, configuration of a development host.
 *
 * <p>May depend on model, identity, keys, audit, clock, app.host, app.spec and Bouncy Castle's
 * X.509.
 */
@NullMarked
package dev.glovebox.host.app.setup;

import org.jspecify.annotations.NullMarked;
