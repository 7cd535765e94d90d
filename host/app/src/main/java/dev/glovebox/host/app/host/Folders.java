package dev.glovebox.host.app.host;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.jail.HeldFolder;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folders that only the host's own user may enter. */
public final class Folders {
  private static final FileAttribute<Set<PosixFilePermission>> OWN =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private Folders() {}

  /** Makes a private folder unless it is there; an existing one keeps its mode. */
  public static Path own(Path folder) {
    try {
      return Files.createDirectories(folder, OWN);
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, folder + " cannot be made a folder");
    }
  }

  /** Makes a new private folder below {@code parent}. */
  public static Path temporary(Path parent, String prefix) {
    try {
      return Files.createTempDirectory(parent, prefix, OWN);
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, "no folder can be made in " + parent);
    }
  }

  /**
   * Makes one that is removed by the next of its kind if this process cannot.
   *
   * @param temporary below which it is made
   */
  public static HeldFolder held(Path temporary, HeldFolder.Kind kind) {
    try {
      return HeldFolder.make(temporary, kind);
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, "no folder can be made in " + temporary);
    }
  }

  /** Writes a file that only the host's own user may read. */
  public static void writeSecret(Path file, String text) {
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, file + " cannot be written");
    }
  }

  /** Removes a folder with all that is in it; never follows a symbolic link. */
  public static void removeTree(Path root) throws IOException {
    if (!Files.exists(root, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
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

  /** Copies a tree file by file; sparse files stay readable, not sparse. */
  public static void copyTree(Path source, Path target) throws IOException {
    Files.walkFileTree(
        source,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(target.resolve(source.relativize(visited).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, target.resolve(source.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
