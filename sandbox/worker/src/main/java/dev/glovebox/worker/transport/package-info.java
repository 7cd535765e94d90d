/**
 * The stream to the host: gRPC over one unix socket, dialled once.
 *
 * <p>May depend on gRPC, Netty and the worker protocol.
 */
@NullMarked
package dev.glovebox.worker.transport;

import org.jspecify.annotations.NullMarked;
