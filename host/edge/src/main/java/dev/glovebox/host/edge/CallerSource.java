package dev.glovebox.host.edge;

import dev.glovebox.host.identity.Caller;
import io.grpc.Attributes;
import java.util.Optional;

/** Tells who is at the other end of a connection, from what the transport has proved. */
@FunctionalInterface
interface CallerSource {
  /** Returns the caller, or empty for a peer that the host does not know. */
  Optional<Caller> identify(Attributes transport);
}
