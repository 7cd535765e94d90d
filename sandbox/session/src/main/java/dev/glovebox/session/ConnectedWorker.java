package dev.glovebox.session;

import com.google.protobuf.ByteString;
import dev.glovebox.jail.ImageIdentity;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.Session.Ended;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;

/**
 * A worker that has started its engine and connected; nothing of it has been read yet.
 *
 * @param accepted its one connection
 * @param nonce what its hello must carry
 * @param measures what the process is confined by
 * @param image what it was started from
 */
record ConnectedWorker(
    JailedProcess process,
    SocketChannel accepted,
    ByteString nonce,
    List<String> measures,
    Optional<ImageIdentity> image)
    implements AutoCloseable {

  /** What a start comes to. */
  sealed interface Attempt permits Connected, NotConnected {}

  /** It waits for its hello to be read. */
  record Connected(ConnectedWorker worker) implements Attempt {}

  /** Nothing is left of it. */
  record NotConnected(Ended end) implements Attempt {}

  /** Kills it, and closes a connection that nobody serves. Never throws. */
  @Override
  public void close() {
    process.close();
    try {
      accepted.close();
    } catch (IOException _) {
      // Nobody was going to read from it.
    }
  }
}
