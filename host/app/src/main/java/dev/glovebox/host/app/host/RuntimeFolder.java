package dev.glovebox.host.app.host;

import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.store.postgres.HeldLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The short private folder of one host process: sockets, scratch, and temporary state.
 *
 * <p>A lock in it ends with the process however that ends, so that the next host can tell the
 * folders of dead hosts from those of living ones, and removes the former.
 */
final class RuntimeFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RuntimeFolder.class);
  private static final String PREFIX = "gbh-";
  private static final String LOCK = "lock";

  /** Longest parent below which a socket's path stays short enough. */
  private static final int PARENT_BYTES_MAX = 60;

  private final Path path;
  private final HeldLock lock;

  private RuntimeFolder(Path path, HeldLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Makes a folder below {@code temporary}, or below {@code /tmp} if that is too long. */
  static RuntimeFolder make(Path temporary) {
    Path parent = temporary.toString().length() <= PARENT_BYTES_MAX ? temporary : Path.of("/tmp");
    sweep(parent);
    Path folder = Folders.temporary(parent, PREFIX);
    return new RuntimeFolder(folder, HeldLock.take(folder.resolve(LOCK)));
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    remove(path);
    lock.close();
  }

  private static void sweep(Path parent) {
    try (Stream<Path> entries = Files.list(parent)) {
      List<Path> folders =
          entries
              .filter(entry -> String.valueOf(entry.getFileName()).startsWith(PREFIX))
              .filter(entry -> Files.isRegularFile(entry.resolve(LOCK)))
              .toList();
      folders.forEach(RuntimeFolder::removeIfDead);
    } catch (IOException e) {
      LOG.info("folders of dead hosts could not be looked for", e);
    }
  }

  private static void removeIfDead(Path folder) {
    try (HeldLock _ = HeldLock.take(folder.resolve(LOCK))) {
      remove(folder);
    } catch (Refusal | UncheckedIOException e) {
      LOG.debug("left alone: {}", folder, e);
    }
  }

  private static void remove(Path folder) {
    try {
      Folders.removeTree(folder);
    } catch (IOException e) {
      LOG.warn("a temporary folder could not be removed: {}", folder);
    }
  }
}
