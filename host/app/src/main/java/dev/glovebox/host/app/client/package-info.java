/**
 * The command line as a client: it talks to a host, private or remote, only over gRPC.
 *
 * <p>May depend on model, app.spec, the public protocol and gRPC.
 */
@NullMarked
package dev.glovebox.host.app.client;

import org.jspecify.annotations.NullMarked;
