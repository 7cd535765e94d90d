package dev.glovebox.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Speaks HTTP/2 byte by byte, well or badly, over one unix socket. Reads only when told to; writes
 * on a thread of its own, since the host reads only while it waits.
 */
final class RawPeer implements AutoCloseable {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PING = 6;
  static final int WINDOW_UPDATE = 8;
  static final int CONTINUATION = 9;
  static final int END_STREAM = 0x1;
  static final int END_HEADERS = 0x4;
  private static final int FRAMES_PER_WRITE = 1000;

  private final SocketChannel socket;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

  RawPeer(UnixDomainSocketAddress address) throws IOException {
    this.socket = SocketChannel.open(address);
  }

  /** Says the preface and opens the one call, as a worker does. */
  RawPeer attach() {
    return preface()
        .frame(HEADERS, END_HEADERS, 1, headers("/glovebox.worker.v1.WorkerService/Attach"));
  }

  RawPeer preface() {
    return bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
        .frame(SETTINGS, 0, 0);
  }

  static byte[] headers(String path) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    header(block, ":method", "POST");
    header(block, ":scheme", "http");
    header(block, ":path", path);
    header(block, ":authority", "worker");
    header(block, "content-type", "application/grpc");
    header(block, "te", "trailers");
    return block.toByteArray();
  }

  /** One header, literal and unindexed; name and value of at most 126 bytes. */
  static void header(ByteArrayOutputStream block, String name, String value) {
    block.write(0);
    block.write(name.length());
    block.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    block.write(value.length());
    block.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
  }

  /** Sends one gRPC message that fits into one frame. */
  RawPeer message(byte... message) {
    byte[] body = new byte[message.length + 5];
    ByteBuffer.wrap(body).put((byte) 0).putInt(message.length).put(message);
    return frame(DATA, 0, 1, body);
  }

  RawPeer frame(int type, int flags, int stream, byte... payload) {
    return bytes(framed(type, flags, stream, payload));
  }

  /** Sends a frame as often as said, or until the host has closed the connection. */
  RawPeer flood(int times, int type, int flags, int stream, byte... payload) {
    byte[] one = framed(type, flags, stream, payload);
    for (int left = times; left > 0; left -= FRAMES_PER_WRITE) {
      int now = Math.min(left, FRAMES_PER_WRITE);
      ByteBuffer many = ByteBuffer.allocate(now * one.length);
      for (int i = 0; i < now; i++) {
        many.put(one);
      }
      bytes(many.array());
    }
    return this;
  }

  private static byte[] framed(int type, int flags, int stream, byte... payload) {
    return ByteBuffer.allocate(9 + payload.length)
        .put((byte) (payload.length >> 16))
        .putShort((short) payload.length)
        .put((byte) type)
        .put((byte) flags)
        .putInt(stream)
        .put(payload)
        .array();
  }

  RawPeer bytes(byte... bytes) {
    var _ = writer.submit(() -> write(bytes));
    return this;
  }

  private void write(byte... bytes) {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    try {
      while (left.hasRemaining()) {
        socket.write(left);
      }
    } catch (IOException _) {
      // Refused, as it should be; the host says why.
    }
  }

  /** Reads until the host has sent this many bytes or closed; returns how many came. */
  int read(int bytes) throws IOException {
    ByteBuffer read = ByteBuffer.allocate(bytes);
    while (read.hasRemaining() && socket.read(read) >= 0) {
      // More.
    }
    return read.position();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    writer.shutdownNow();
  }
}
