package dev.glovebox.host.store.postgres;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A lock file of the operating system: one living host per cluster. It ends with the process,
 * however that ends; the file stays.
 */
public final class HeldLock implements AutoCloseable {
  private final FileChannel channel;

  private HeldLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock at {@code file} or refuses with DATA_IN_USE. */
  public static HeldLock take(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = null;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException e) {
        // Held by this very process; the same answer.
      }
      if (lock == null) {
        channel.close();
        throw new Refusal(Code.DATA_IN_USE, "a live host holds this data folder");
      }
      return new HeldLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("the lock file could not be opened", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
