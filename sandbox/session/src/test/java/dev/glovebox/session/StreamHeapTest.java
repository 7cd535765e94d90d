package dev.glovebox.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Streams, hostile and others, one after another in one host: what they cost is given back. */
@Timeout(120)
final class StreamHeapTest {
  private static final int STREAMS = 200;

  /** Streams after which everything is loaded that the host will load for them. */
  private static final int SETTLED = 40;

  private static final long GROWTH_BYTES_MAX = 1024 * 1024;
  private static final int FLOOD = 20_000;
  private static final byte[] EIGHT_BYTES = new byte[8];
  private static final byte[] CANCEL = {0, 0, 0, 8};
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What one flood does once its stream is open, and what it is called. */
  private record Flood(Consumer<RawPeer> attack, Violation name) {}

  private static final List<Flood> FLOODS =
      List.of(
          new Flood(
              peer -> peer.flood(FLOOD, RawPeer.PING, 0, 0, EIGHT_BYTES), Violation.PING_FLOOD),
          new Flood(peer -> peer.flood(FLOOD, RawPeer.SETTINGS, 0, 0), Violation.SETTINGS_FLOOD),
          new Flood(peer -> peer.flood(FLOOD, RawPeer.DATA, 0, 1), Violation.CONTROL_FLOOD),
          new Flood(
              peer ->
                  peer.flood(FLOOD, RawPeer.HEADERS, RawPeer.END_HEADERS, 3, RawPeer.headers("/x")),
              Violation.STREAM_SECOND),
          new Flood(
              peer -> peer.flood(FLOOD, RawPeer.RST_STREAM, 0, 1, CANCEL), Violation.STREAM_RESET));

  @TempDir Path scratch;

  @Test
  void oldGenerationDoesNotGrowWithHostileStreams() throws IOException {
    mustNotGrow((i, place) -> attack(FLOODS.get(i % FLOODS.size()), place));
  }

  /** Whoever ends a process closes its socket first; the stack above is not told by that. */
  @Test
  void oldGenerationDoesNotGrowWithStreamsWhoseSocketIsClosedBelowThem() throws IOException {
    mustNotGrow((_, place) -> closeBelow(place));
  }

  private interface Visit {
    void to(int number, Path place) throws IOException;
  }

  private void mustNotGrow(Visit visit) throws IOException {
    long settled = 0;
    for (int i = 0; i < STREAMS; i++) {
      if (i == SETTLED) {
        settled = usedBytes();
      }
      visit.to(i, scratch.resolve("s" + i));
    }
    assertThat(usedBytes()).isLessThan(settled + GROWTH_BYTES_MAX);
  }

  private static void closeBelow(Path place) throws IOException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(place);
    try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      listener.bind(address);
      try (RawPeer peer = new RawPeer(address)) {
        SocketChannel accepted = listener.accept();
        try (WorkerStream stream = WorkerStream.serve(accepted, System::nanoTime)) {
          peer.attach().message((byte) 7);
          assertThat(stream.take(System.nanoTime() + PATIENCE.toNanos()).frame()).isPresent();
          accepted.close();
        }
      }
    }
  }

  private static void attack(Flood flood, Path place) throws IOException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(place);
    try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      listener.bind(address);
      try (RawPeer peer = new RawPeer(address);
          WorkerStream stream = WorkerStream.serve(listener.accept(), System::nanoTime)) {
        peer.attach().message((byte) 7);
        flood.attack().accept(peer);
        assertThat(endOf(stream)).isEqualTo(Mailbox.StreamEnd.refused(flood.name()));
      }
    }
  }

  private static Mailbox.StreamEnd endOf(WorkerStream stream) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Mailbox.Arrival arrival = stream.take(deadline);
    while (arrival.frame().isPresent()) {
      arrival = stream.take(deadline);
    }
    return arrival.end().orElseThrow();
  }

  /** After two full collections, what lives is what is old. */
  private static long usedBytes() {
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
