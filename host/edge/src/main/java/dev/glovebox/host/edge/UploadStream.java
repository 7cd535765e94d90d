package dev.glovebox.host.edge;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The chunks of one upload as a stream: the transport's thread puts, one other thread reads.
 *
 * <p>Bounded by flow control: the peer is asked for the next chunk only when one has been read, so
 * at most {@value #CHUNKS_AHEAD_MAX} wait here.
 */
final class UploadStream extends InputStream {
  /** Chunks that may wait for the reader. */
  static final int CHUNKS_AHEAD_MAX = 4;

  private final LinkedBlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private final Runnable chunkTaken;
  private Optional<Piece> last = Optional.empty();
  private byte[] current = new byte[0];
  private int at;

  /** Calls {@code chunkTaken} each time the peer may send one more chunk. */
  UploadStream(Runnable chunkTaken) {
    this.chunkTaken = chunkTaken;
  }

  /** Adds the next bytes. */
  void put(byte[] chunk) {
    pieces.add(new Chunk(chunk));
  }

  /** The peer has sent everything. */
  void complete() {
    pieces.add(new End());
  }

  /** The peer is gone; the reader learns it by an exception. */
  void fail(String sentence) {
    pieces.add(new Broken(sentence));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == current.length) {
      switch (next()) {
        case Chunk(byte[] bytes) -> {
          current = bytes;
          at = 0;
          chunkTaken.run();
        }
        case End() -> {
          return -1;
        }
        case Broken(String sentence) -> throw new IOException(sentence);
      }
    }
    int count = Math.min(length, current.length - at);
    System.arraycopy(current, at, target, offset, count);
    at += count;
    return count;
  }

  /** Returns the next piece; the last one again and again. */
  private Piece next() throws IOException {
    if (last.isPresent()) {
      return last.get();
    }
    Piece piece;
    try {
      piece = pieces.poll(EdgeLimits.PEER_IDLE_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the peer", e);
    }
    if (piece == null) {
      piece = new Broken("the peer sent nothing for too long");
    }
    if (!(piece instanceof Chunk)) {
      last = Optional.of(piece);
    }
    return piece;
  }

  /** What the transport's thread hands over. */
  private sealed interface Piece permits Chunk, End, Broken {}

  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  private record Chunk(byte[] bytes) implements Piece {}

  private record End() implements Piece {}

  private record Broken(String sentence) implements Piece {}
}
