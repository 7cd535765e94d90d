package dev.glovebox.session;

import com.google.protobuf.ByteString;
import dev.glovebox.jail.ImageIdentity;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessExit;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.Session.SharedSeat;
import dev.glovebox.jail.WorkerEnd;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A worker that has started its engine and connected; nothing of it has been read yet.
 *
 * @param connections its connections: one, or one for each run that is to share it
 * @param nonce what its hello must carry
 * @param measures what the process is confined by
 * @param image what it was started from
 */
record ConnectedWorker(
    JailedProcess process,
    List<SocketChannel> connections,
    ByteString nonce,
    List<String> measures,
    Optional<ImageIdentity> image)
    implements Place, AutoCloseable {

  /** What a start comes to. */
  sealed interface Attempt permits Connected, NotConnected {}

  /** It waits for its hello to be read. */
  record Connected(ConnectedWorker worker) implements Attempt {}

  /** Nothing is left of it. */
  record NotConnected(Ended end) implements Attempt {}

  /** Copies the list. */
  ConnectedWorker {
    connections = List.copyOf(connections);
  }

  @Override
  public SocketChannel accepted() {
    return connections.getFirst();
  }

  @Override
  public Optional<SharedSeat> seat() {
    return Optional.empty();
  }

  @Override
  public void kill(WorkerEnd reason) {
    process.kill(reason);
  }

  @Override
  public void end(Ended ended) {
    kill(ended.reason());
  }

  @Override
  public Optional<ProcessExit> awaitExit(Duration atMost) {
    return process.awaitExit(atMost);
  }

  @Override
  public boolean mayHaveEndedBy(long askedNanos) {
    return true;
  }

  @Override
  public Optional<SharedSeat> endedFor() {
    return Optional.empty();
  }

  @Override
  public void leave(Leaving how) {
    close();
  }

  /** Kills it, and closes connections that nobody serves. Never throws. */
  @Override
  public void close() {
    process.close();
    connections.forEach(ConnectedWorker::close);
  }

  static void close(SocketChannel connection) {
    try {
      connection.close();
    } catch (IOException _) {
      // Nobody was going to read from it.
    }
  }
}
