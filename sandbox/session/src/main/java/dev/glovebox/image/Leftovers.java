package dev.glovebox.image;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the folder of images from growing, and its files from being changed by mistake. */
final class Leftovers {
  /** Caches of one image that stay: those of other checkouts, flags or JDKs. */
  static final int CACHES_PER_IMAGE_MAX = 4;

  private static final Set<PosixFilePermission> WRITERS =
      EnumSet.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private static final Set<PosixFilePermission> READERS =
      EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private static final Set<PosixFilePermission> ENTERING =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_EXECUTE);

  private Leftovers() {}

  /** Removes what makers that were killed left behind. */
  static void sweep(Path folder, String prefix) throws IOException {
    for (Path left : named(folder, prefix)) {
      remove(left);
    }
  }

  /** Removes the oldest files of a kind of an image until one more may be put there. */
  static void makeRoom(Path folder, String image, String suffix) throws IOException {
    // One image's name may begin another's.
    Pattern own = Pattern.compile(Pattern.quote(image) + "-[0-9a-f]+" + Pattern.quote(suffix));
    List<Path> caches =
        named(folder, image).stream()
            .filter(file -> own.matcher(String.valueOf(file.getFileName())).matches())
            .sorted(Comparator.comparing(Leftovers::changed))
            .toList();
    for (Path old : caches.subList(0, Math.max(0, caches.size() - CACHES_PER_IMAGE_MAX + 1))) {
      Files.deleteIfExists(old);
      Files.deleteIfExists(ImageStore.sealPlace(old));
    }
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private static List<Path> named(Path folder, String prefix) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> String.valueOf(entry.getFileName()).startsWith(prefix))
          .toList();
    }
  }

  /** Takes the right to write from every file at or below {@code root}. */
  static void makeReadOnly(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Leftovers::isPlainFile).toList()) {
        Set<PosixFilePermission> rights = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        rights.removeAll(WRITERS);
        Files.setPosixFilePermissions(file, rights);
      }
    }
  }

  /**
   * Lets every user read what lies below {@code root}: jailed processes have users of their own.
   */
  static void showToAll(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          allow(file, ENTERING);
        } else if (isPlainFile(file)) {
          allow(file, READERS);
        }
      }
    }
  }

  private static void allow(Path file, Set<PosixFilePermission> more) throws IOException {
    Set<PosixFilePermission> rights = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    if (rights.addAll(more)) {
      Files.setPosixFilePermissions(file, rights);
    }
  }

  private static boolean isPlainFile(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Removes {@code root} with all that is in it; never follows a symbolic link. */
  static void remove(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault)
              throws IOException {
            if (fault != null) {
              throw fault;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
