package dev.glovebox.session;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What has come from a worker and was not taken yet: frames, then why there are no more.
 *
 * <p>Belongs to one thread. That thread fills it too: while it waits it turns the worker's event
 * loop, which asks {@link #hasRoom} before it lets more in, so that a flood stays in the kernel's
 * buffers.
 */
final class Mailbox {
  /** Bytes waiting beyond which no more frames are let in. */
  static final int WAITING_BYTES_MAX = Frames.FRAME_BYTES_MAX;

  /** What a waiting frame costs beside its bytes, so that empty ones are held back too. */
  static final int FRAME_COST_BYTES = 64;

  private final LongSupplier nanoTime;
  private final LongConsumer turn;
  private final Queue<byte[]> frames = new ArrayDeque<>();
  private int waitingBytes;
  private @Nullable StreamEnd end;

  /**
   * Why no more frames will come.
   *
   * @param violation what the worker did; empty if the connection closed, as it does at its death
   */
  record StreamEnd(Optional<Violation> violation) {
    static final StreamEnd CLOSED = new StreamEnd(Optional.empty());

    static StreamEnd refused(Violation violation) {
      return new StreamEnd(Optional.of(violation));
    }
  }

  /** What a wait brought: a frame, the end of the stream, or neither in time. */
  record Arrival(Optional<byte[]> frame, Optional<StreamEnd> end) {
    static final Arrival LATE = new Arrival(Optional.empty(), Optional.empty());
  }

  /**
   * An empty mailbox.
   *
   * @param turn waits for at most so many nanoseconds until something has come or may have
   */
  Mailbox(LongSupplier nanoTime, LongConsumer turn) {
    this.nanoTime = nanoTime;
    this.turn = turn;
  }

  /** Adds a frame. */
  void put(byte[] frame) {
    waitingBytes += FRAME_COST_BYTES + frame.length;
    frames.add(frame);
  }

  /** Whether another frame may be let in. */
  boolean hasRoom() {
    return waitingBytes <= WAITING_BYTES_MAX;
  }

  /** Says that no more will come; the first reason stays. */
  void end(StreamEnd reason) {
    if (end == null) {
      end = reason;
    }
  }

  /** Takes a frame that is already here. */
  Optional<byte[]> poll() {
    byte[] frame = frames.poll();
    if (frame != null) {
      waitingBytes -= FRAME_COST_BYTES + frame.length;
    }
    return Optional.ofNullable(frame);
  }

  /**
   * Waits for the next frame, the end, or the deadline, whichever is first. An interrupt does not
   * shorten the wait and is kept for the caller.
   */
  Arrival take(long deadlineNanos) {
    boolean interrupted = false;
    try {
      while (true) {
        Optional<byte[]> frame = poll();
        if (frame.isPresent()) {
          return new Arrival(frame, Optional.empty());
        }
        if (end != null) {
          return new Arrival(Optional.empty(), Optional.of(end));
        }
        long left = deadlineNanos - nanoTime.getAsLong();
        if (left <= 0) {
          return Arrival.LATE;
        }
        interrupted |= Thread.interrupted();
        turn.accept(left);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
