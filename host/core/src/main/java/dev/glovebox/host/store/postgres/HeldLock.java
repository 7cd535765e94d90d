package dev.glovebox.host.store.postgres;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A lock file of the operating system: one living host per cluster. It ends with the process,
 * however that ends; the file stays.
 *
 * <p>POSIX gives up a process's lock as soon as the process closes any descriptor of the file. So a
 * file whose lock this process holds must not even be opened again, and that is kept in a set.
 */
public final class HeldLock implements AutoCloseable {
  private static final Set<Object> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Object identity;
  private final FileChannel channel;

  private HeldLock(Object identity, FileChannel channel) {
    this.identity = identity;
    this.channel = channel;
  }

  /** Takes the lock at {@code file} or refuses with DATA_IN_USE. */
  public static HeldLock take(Path file) {
    Object identity = identity(file);
    if (!HELD_HERE.add(identity)) {
      throw inUse();
    }
    boolean held = false;
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw inUse();
      }
      held = true;
      return new HeldLock(identity, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("the lock file could not be opened", e);
    } finally {
      if (!held) {
        HELD_HERE.remove(identity);
      }
    }
  }

  private static Refusal inUse() {
    return new Refusal(Code.DATA_IN_USE, "a live host holds this data folder");
  }

  /** Makes the file if need be and returns what is the same under each of its names. */
  private static Object identity(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.createFile(file);
      }
    } catch (FileAlreadyExistsException e) {
      // Somebody else was faster; the lock decides.
    } catch (IOException e) {
      throw new UncheckedIOException("the lock file could not be made", e);
    }
    try {
      @Nullable Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return key == null ? file.toAbsolutePath() : key;
    } catch (IOException e) {
      throw new UncheckedIOException("the lock file could not be read", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD_HERE.remove(identity);
    }
  }
}
