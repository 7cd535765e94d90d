package dev.glovebox.host.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** What this package does to folders. */
final class Folders {
  private Folders() {}

  /** Creates a folder and its parents; the folder itself gets {@code permissions}. */
  static Path create(Path folder, String permissions) {
    try {
      Files.createDirectories(folder);
      return mode(folder, permissions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets permissions such as {@code rwx------}. */
  static Path mode(Path path, String permissions) {
    try {
      return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a tree without following links; what is gone already is no fault. */
  static void delete(Path tree) {
    try {
      if (!Files.exists(tree, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
        return;
      }
      Files.walkFileTree(
          tree,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault)
                throws IOException {
              Files.deleteIfExists(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("could not delete a folder", e);
    }
  }

  /** Returns whether every folder from the root to {@code path} lets all accounts pass. */
  static boolean traversableByAll(Path path) {
    try {
      Path real = existing(path.toAbsolutePath()).toRealPath();
      for (@Nullable Path at = real; at != null; at = at.getParent()) {
        if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false; // what cannot be looked at cannot be relied on
    }
  }

  private static Path existing(Path path) {
    Path at = path;
    while (!Files.exists(at)) {
      Path parent = at.getParent();
      if (parent == null) {
        return at;
      }
      at = parent;
    }
    return at;
  }
}
