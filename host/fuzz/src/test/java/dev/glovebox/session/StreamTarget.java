package dev.glovebox.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Whatever bytes a worker's connection brings, the host's stream gives frames of at most 1 MiB, and
 * then the end, with what the worker did if it did anything that its stream does not allow.
 */
public final class StreamTarget {
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int END_HEADERS = 4;
  private static final int FRAMES_MAX = 4096;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final StreamTarget LISTENER = new StreamTarget();

  private final UnixDomainSocketAddress address;
  private final ServerSocketChannel listener;

  private StreamTarget() {
    try {
      Path folder = Files.createTempDirectory("gs");
      folder.toFile().deleteOnExit();
      folder.resolve("s").toFile().deleteOnExit();
      address = UnixDomainSocketAddress.of(folder.resolve("s"));
      listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends {@code data}: after preface and call if its first byte is odd, else as it is. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    if (data.length == 0) {
      return;
    }
    try (SocketChannel peer = SocketChannel.open(LISTENER.address);
        WorkerStream stream = WorkerStream.serve(LISTENER.listener.accept(), System::nanoTime)) {
      if ((data[0] & 1) == 1) {
        write(peer, attach());
      }
      write(peer, ByteBuffer.wrap(data, 1, data.length - 1).slice());
      peer.shutdownOutput();
      ends(stream);
    }
  }

  private static void ends(WorkerStream stream) {
    long until = System.nanoTime() + PATIENCE_NANOS;
    for (int frames = 0; frames < FRAMES_MAX; frames++) {
      Mailbox.Arrival arrival = stream.take(until);
      if (arrival.end().isPresent()) {
        return;
      }
      if (arrival.frame().isEmpty()) {
        throw new AssertionError("the stream neither goes on nor ends");
      }
      if (arrival.frame().get().length > Frames.FRAME_BYTES_MAX) {
        throw new AssertionError("a frame that is too long");
      }
    }
    throw new AssertionError("more frames than bytes");
  }

  private static void write(SocketChannel peer, byte[] bytes) throws IOException {
    write(peer, ByteBuffer.wrap(bytes));
  }

  // Inputs are smaller than what a socket buffers, so this never waits for the reader.
  private static void write(SocketChannel peer, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      peer.write(bytes);
    }
  }

  private static byte[] attach() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(PREFACE);
    all.writeBytes(FrameTarget.http(SETTINGS, 0, 0));
    all.writeBytes(call());
    return all.toByteArray();
  }

  private static byte[] call() {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    header(block, ":method", "POST");
    header(block, ":scheme", "http");
    header(block, ":path", "/glovebox.worker.v1.WorkerService/Attach");
    header(block, ":authority", "worker");
    header(block, "content-type", "application/grpc");
    header(block, "te", "trailers");
    return FrameTarget.http(HEADERS, END_HEADERS, 1, block.toByteArray());
  }

  private static void header(ByteArrayOutputStream block, String name, String value) {
    block.write(0);
    block.write(name.length());
    block.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    block.write(value.length());
    block.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] seed(int first, byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(first);
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** A call with messages, pings and settings, whole and cut. */
  public static List<byte[]> seeds() {
    byte[] message = FrameTarget.http(0, 0, 1, new byte[] {0, 0, 0, 0, 2, 8, 1});
    byte[] ping = FrameTarget.http(PING, 0, 0, new byte[8]);
    return List.of(
        seed(1, message, ping, message),
        seed(1, FrameTarget.http(0, 0, 1, new byte[] {0, 0, 0, 0, 9, 1})),
        seed(1, FrameTarget.http(3, 0, 1, new byte[] {0, 0, 0, 8})),
        seed(1, FrameTarget.http(8, 0, 0, new byte[] {0, 0, 1, 0}), message),
        seed(0, attach(), message),
        seed(0, PREFACE, FrameTarget.http(SETTINGS, 0, 0, new byte[] {0, 4, 0, 0, 0, 9}), call()),
        seed(0, new byte[] {'G', 'E', 'T', ' ', '/'}));
  }
}
