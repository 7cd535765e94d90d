package dev.glovebox.host.audit;

import dev.glovebox.host.payload.DurableFiles;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Writes frames into segment files of a fixed size with a zero tail; a frame never spans two.
 *
 * <p>One writer: not thread-safe. {@link #commit()} returns only when all frames are on disk.
 */
final class Segments implements Closeable {
  private static final int BUFFER_BYTES = 1024 * 1024;

  private final LogFolder folder;
  private final int segmentBytes;
  private final FaultHook faults;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private Optional<Active> active;

  /** The segment being written. */
  private static final class Active {
    private final Path file;
    private final FileChannel channel;
    private final int capacity;
    private int end;

    Active(Path file, FileChannel channel, int capacity, int end) {
      this.file = file;
      this.channel = channel;
      this.capacity = capacity;
      this.end = end;
    }
  }

  Segments(LogFolder folder, int segmentBytes, FaultHook faults) {
    this.folder = folder;
    this.segmentBytes = segmentBytes;
    this.faults = faults;
    this.active = Optional.empty();
  }

  /** Goes on writing {@code file} at {@code end}; the bytes after it become zero. */
  void resume(Path file, int end) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    channel.truncate(end);
    int capacity = Math.max(segmentBytes, end);
    size(file, capacity);
    channel.force(true);
    channel.position(end);
    active = Optional.of(new Active(file, channel, capacity, end));
  }

  /**
   * Adds a frame; it may still be in memory when this returns.
   *
   * @return its offset in its segment, in bytes
   */
  int add(byte[] frame, long sequence) throws IOException {
    if (active.isPresent() && frame.length > active.get().capacity - active.get().end) {
      roll();
    }
    if (active.isEmpty()) {
      active = Optional.of(create(sequence, frame.length));
    }
    Active segment = active.get();
    if (buffer.remaining() < frame.length) {
      flush(segment);
    }
    buffer.put(frame);
    int offset = segment.end;
    segment.end += frame.length;
    return offset;
  }

  /** Puts every added frame on disk. After an exception nothing is certain. */
  void commit() throws IOException {
    if (active.isPresent()) {
      faults.at(FaultHook.Point.BEFORE_WRITE);
      flush(active.get());
      faults.at(FaultHook.Point.BEFORE_FORCE);
      active.get().channel.force(false);
      faults.at(FaultHook.Point.AFTER_FORCE);
    }
  }

  /** Cuts the zero tail and closes; frames that were not committed are lost. */
  @Override
  public void close() throws IOException {
    if (active.isPresent()) {
      try (FileChannel channel = active.get().channel) {
        if (buffer.position() == 0) {
          channel.truncate(active.get().end);
          channel.force(true);
        }
      }
      active = Optional.empty();
    }
  }

  private void roll() throws IOException {
    commit();
    Active full = active.orElseThrow();
    faults.at(FaultHook.Point.BEFORE_SEAL);
    try (FileChannel channel = full.channel) {
      channel.truncate(full.end);
      faults.at(FaultHook.Point.SEAL_TRUNCATED);
      channel.force(true);
    }
    DurableFiles.seal(full.file);
    DurableFiles.forceFolder(folder.segments());
    active = Optional.empty();
    faults.at(FaultHook.Point.SEALED);
  }

  private Active create(long firstSequence, int frameBytes) throws IOException {
    Path file = folder.segment(firstSequence);
    int capacity = Math.max(segmentBytes, frameBytes);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    faults.at(FaultHook.Point.SEGMENT_CREATED);
    size(file, capacity);
    faults.at(FaultHook.Point.SEGMENT_SIZED);
    channel.force(true);
    DurableFiles.forceFolder(folder.segments());
    faults.at(FaultHook.Point.SEGMENT_READY);
    return new Active(file, channel, capacity, 0);
  }

  private void flush(Active segment) throws IOException {
    buffer.flip();
    int half = buffer.limit() / 2;
    int all = buffer.limit();
    buffer.limit(half);
    DurableFiles.writeFully(segment.channel, buffer);
    faults.at(FaultHook.Point.HALF_WRITTEN);
    buffer.limit(all);
    DurableFiles.writeFully(segment.channel, buffer);
    buffer.clear();
  }

  private static void size(Path file, int bytes) throws IOException {
    // The tail stays sparse: it costs no space until it is written.
    try (RandomAccessFile sized = new RandomAccessFile(file.toFile(), "rw")) {
      sized.setLength(bytes);
    }
  }
}
