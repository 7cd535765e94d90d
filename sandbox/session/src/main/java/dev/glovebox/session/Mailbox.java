package dev.glovebox.session;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries frames from a worker's event loop to the thread that waits for an answer.
 *
 * <p>One writer, one reader. The writer never blocks; it asks {@link #hasRoom} before it lets more
 * in, so that a flood stays in the kernel's buffers. The reader parks at once: worker, event loop
 * and reader are three threads, and on two cores a spinning reader was measured to halve the rate.
 */
final class Mailbox {
  /** Bytes waiting beyond which no more frames are let in. */
  static final int WAITING_BYTES_MAX = Frames.FRAME_BYTES_MAX;

  /** What a waiting frame costs beside its bytes, so that empty ones are held back too. */
  static final int FRAME_COST_BYTES = 64;

  private final LongSupplier nanoTime;
  private final ConcurrentLinkedQueue<byte[]> frames = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waitingBytes = new AtomicInteger();
  private volatile @Nullable Thread reader;
  private volatile @Nullable StreamEnd end;

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

  Mailbox(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Adds a frame. */
  void put(byte[] frame) {
    waitingBytes.addAndGet(FRAME_COST_BYTES + frame.length);
    frames.add(frame);
    wake();
  }

  /** Whether another frame may be let in. */
  boolean hasRoom() {
    return waitingBytes.get() <= WAITING_BYTES_MAX;
  }

  /** Says that no more will come; the first reason stays. */
  void end(StreamEnd reason) {
    if (end == null) {
      end = reason;
    }
    wake();
  }

  private void wake() {
    Thread waiting = reader;
    if (waiting != null) {
      LockSupport.unpark(waiting);
    }
  }

  /** Takes a frame that is already here. */
  Optional<byte[]> poll() {
    byte[] frame = frames.poll();
    if (frame != null) {
      waitingBytes.addAndGet(-FRAME_COST_BYTES - frame.length);
    }
    return Optional.ofNullable(frame);
  }

  /**
   * Waits for the next frame, the end, or the deadline, whichever is first. An interrupt does not
   * shorten the wait and is kept for the caller.
   */
  Arrival take(long deadlineNanos) {
    reader = Thread.currentThread();
    boolean interrupted = false;
    try {
      while (true) {
        // The end is read first: frames that came before it are then sure to be seen.
        StreamEnd ended = end;
        Optional<byte[]> frame = poll();
        if (frame.isPresent()) {
          return new Arrival(frame, Optional.empty());
        }
        if (ended != null) {
          return new Arrival(Optional.empty(), Optional.of(ended));
        }
        long left = deadlineNanos - nanoTime.getAsLong();
        if (left <= 0) {
          return Arrival.LATE;
        }
        LockSupport.parkNanos(this, left);
        interrupted |= Thread.interrupted();
      }
    } finally {
      reader = null;
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
