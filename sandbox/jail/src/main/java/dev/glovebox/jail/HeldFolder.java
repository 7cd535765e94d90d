package dev.glovebox.jail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A private temporary folder that a lock holds for as long as its process lives, however that ends.
 *
 * <p>Whoever makes the next one removes those of processes that are gone: a folder gets its final
 * name only once its lock is held, and loses its lock file last, so that one whose lock is free or
 * missing belongs to nobody. Only folders of this process's own user are looked at, because nobody
 * else can put one under such a name. Thread-safe.
 *
 * <p>POSIX gives up a process's lock as soon as the process closes any descriptor of the file. So
 * what this process holds is kept in a set and never opened again.
 */
public final class HeldFolder implements AutoCloseable {
  /** Longest parent, in characters, below which a socket's path stays short enough. */
  static final int PARENT_LENGTH_MAX = 44;

  /** A folder that did not get its final name for as long belongs to a process that is gone. */
  static final Duration NEW_AGE_MAX = Duration.ofMinutes(10);

  static final String LOCK = "lock";
  private static final String NEW = "new-";

  /** As {@link #name} writes numbers; shorter than the names of the JDK's temporary folders. */
  private static final int RADIX = Character.MAX_RADIX;

  private static final String NUMBER = "[0-9a-z]{1,13}";
  private static final Path SHORT_PARENT = Path.of("/tmp");
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel lock;

  private HeldFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** What a folder is for; there are no others, so that each is swept. */
  public enum Kind {
    /** Sockets, scratch and temporary state of a host. */
    HOST("gbh-", "rwx------"),
    /** Trials of what the machine can do. */
    PROBE("gbp-", "rwx------"),
    /** A reviewer's analysis and preparation. */
    REVIEW("gbr-", "rwx------"),
    /** Unpacking of the guest engine's files. */
    UNPACKING("gbu-", "rwx------"),
    /** What images are made from. */
    IMAGES("gbi-", "rwx------"),
    /** An analysis from the command line. */
    ANALYSIS("gba-", "rwx------"),
    /** The story of a demonstration. */
    DEMO("gbm-", "rwx------"),
    /** Parent of the database's own private folder, which another user must be able to reach. */
    DATABASE("gbd-", "rwx--x--x");

    private final String prefix;
    private final String permissions;

    Kind(String prefix, String permissions) {
      this.prefix = prefix;
      this.permissions = permissions;
    }

    private boolean isForOthers() {
      return permissions.endsWith("x");
    }

    private boolean isNameOf(Path folder) {
      return String.valueOf(folder.getFileName()).matches(prefix + NUMBER);
    }

    private boolean isNewNameOf(Path folder) {
      return String.valueOf(folder.getFileName()).startsWith(prefix + NEW);
    }
  }

  /**
   * Makes one below {@code temporary}, or below {@code /tmp} if that path is too long for sockets
   * or closed to others who must reach it; first removes what processes that are gone left there,
   * whatever its kind.
   */
  public static HeldFolder make(Path temporary, Kind kind) throws IOException {
    Path real = temporary.toRealPath();
    boolean suits =
        real.toString().length() <= PARENT_LENGTH_MAX
            && (!kind.isForOthers() || isOpenToOthers(real));
    Path parent = suits ? real : SHORT_PARENT.toRealPath();
    Path fresh = Files.createTempDirectory(parent, kind.prefix + NEW);
    sweepAll(parent, fresh);
    Path path = parent.resolve(name(kind, fresh));
    @Nullable FileChannel lock = tryLock(fresh.resolve(LOCK));
    if (lock == null) {
      throw new FileSystemException(fresh.toString(), null, "its lock is held by somebody else");
    }
    HELD_HERE.add(path);
    try {
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(kind.permissions));
      return new HeldFolder(Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE), lock);
    } catch (IOException e) {
      HELD_HERE.remove(path);
      lock.close();
      throw e;
    }
  }

  private static boolean isOpenToOthers(Path folder) throws IOException {
    for (@Nullable Path at = folder; at != null; at = at.getParent()) {
      if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }

  private static String name(Kind kind, Path fresh) {
    String number = String.valueOf(fresh.getFileName()).substring((kind.prefix + NEW).length());
    return kind.prefix + Long.toUnsignedString(Long.parseUnsignedLong(number), RADIX);
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /** Removes the folder with what is in it, as far as that can be removed. Never throws. */
  @Override
  public void close() {
    try (lock) {
      remove(path);
    } catch (IOException _) {
      // The lock ends with the process; the next one removes what is left.
    } finally {
      HELD_HERE.remove(path);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> contents = entries.filter(entry -> !entry.endsWith(LOCK)).toList();
      contents.forEach(PrivateFolder::remove);
    }
    Files.deleteIfExists(folder.resolve(LOCK));
    Files.deleteIfExists(folder);
  }

  /** Removes folders of processes that are gone; what cannot be removed stays for the next. */
  private static void sweepAll(Path parent, Path fresh) {
    try (Stream<Path> entries = Files.list(parent)) {
      UserPrincipal own = Files.getOwner(fresh);
      for (Path folder : entries.filter(entry -> isOfOurs(entry, own)).toList()) {
        sweep(folder, fresh);
      }
    } catch (IOException | UncheckedIOException _) {
      // A parent that cannot be listed: nothing is swept, and nothing else depends on that.
    }
  }

  private static boolean isOfOurs(Path folder, UserPrincipal own) {
    try {
      return Stream.of(Kind.values())
              .anyMatch(kind -> kind.isNameOf(folder) || kind.isNewNameOf(folder))
          && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(own);
    } catch (IOException _) {
      return false; // It vanished, or is closed to us.
    }
  }

  private static void sweep(Path folder, Path fresh) {
    try {
      if (Stream.of(Kind.values()).anyMatch(kind -> kind.isNameOf(folder))) {
        removeUnlessHeld(folder);
      } else if (isOlder(folder, fresh)) {
        remove(folder);
      }
    } catch (IOException _) {
      // Another process removes it at the same time, or it is not ours to remove.
    }
  }

  /** By the file system's own clock: the youngest folder tells what time it is. */
  private static boolean isOlder(Path folder, Path fresh) throws IOException {
    return Files.getLastModifiedTime(folder).toMillis() + NEW_AGE_MAX.toMillis()
        < Files.getLastModifiedTime(fresh).toMillis();
  }

  private static void removeUnlessHeld(Path folder) throws IOException {
    if (HELD_HERE.contains(folder)) {
      return;
    }
    Path file = folder.resolve(LOCK);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      remove(folder); // Somebody was killed while removing it.
      return;
    }
    try (@Nullable FileChannel lock = tryLock(file)) {
      if (lock != null) {
        remove(folder);
      }
    }
  }

  /** Returns null if another process holds it. */
  private static @Nullable FileChannel tryLock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try {
      @Nullable FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException _) {
      // Another thread of this process sweeps it.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return null;
  }
}
