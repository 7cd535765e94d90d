package dev.glovebox.host.audit;

import dev.glovebox.host.payload.DurableFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The places a checkpoint is written to: the log's folder and the second place. Each entry of a
 * {@code checkpoints.log} is a note and one empty line. One writer: not thread-safe.
 */
final class CheckpointFiles implements Closeable {
  private final LogFolder folder;
  private final FileChannel own;
  private final FileChannel second;
  private final FaultHook faults;

  private CheckpointFiles(LogFolder folder, FileChannel own, FileChannel second, FaultHook faults) {
    this.folder = folder;
    this.own = own;
    this.second = second;
    this.faults = faults;
  }

  static CheckpointFiles open(LogFolder folder, Path secondPlace, FaultHook faults)
      throws IOException {
    FileChannel own = channel(folder.checkpointsLog());
    try {
      return new CheckpointFiles(folder, own, channel(secondPlace), faults);
    } catch (IOException e) {
      own.close();
      throw e;
    }
  }

  /** Writes {@code checkpoint} to every place; durable everywhere when it returns. */
  void write(Checkpoint checkpoint) throws IOException {
    byte[] entry = (checkpoint.note() + '\n').getBytes(StandardCharsets.UTF_8);
    faults.at(FaultHook.Point.CHECKPOINT_SIGNED);
    append(own, entry, FaultHook.Point.CHECKPOINT_HALF_WRITTEN);
    faults.at(FaultHook.Point.CHECKPOINT_IN_FOLDER);
    append(second, entry, FaultHook.Point.SECOND_PLACE_HALF_WRITTEN);
    faults.at(FaultHook.Point.CHECKPOINT_IN_SECOND_PLACE);
    DurableFiles.replace(folder.checkpoint(), checkpoint.note().getBytes(StandardCharsets.UTF_8));
    faults.at(FaultHook.Point.CHECKPOINT_REPLACED);
  }

  @Override
  public void close() throws IOException {
    try (own;
        second) {
      own.force(true);
    }
  }

  private void append(FileChannel channel, byte[] entry, FaultHook.Point half) throws IOException {
    DurableFiles.writeFully(channel, ByteBuffer.wrap(entry, 0, entry.length / 2));
    faults.at(half);
    DurableFiles.writeFully(
        channel, ByteBuffer.wrap(entry, entry.length / 2, entry.length - entry.length / 2));
    channel.force(false);
  }

  private static FileChannel channel(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      DurableFiles.createFolder(parent);
    }
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (parent != null) {
      DurableFiles.forceFolder(parent);
    }
    return channel;
  }
}
