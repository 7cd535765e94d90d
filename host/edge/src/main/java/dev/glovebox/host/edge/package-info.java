/**
 * Adapters of the host's core: the gRPC server of {@code glovebox.v1}, its transports and roles.
 *
 * <p>May depend on identity, model, candidate, market and runner (ports and values), the public
 * protocol and gRPC. Holds no rules of its own: it translates, the core decides. {@link
 * dev.glovebox.host.edge.EdgeServer} is the only class that builds a server.
 */
@NullMarked
package dev.glovebox.host.edge;

import org.jspecify.annotations.NullMarked;
