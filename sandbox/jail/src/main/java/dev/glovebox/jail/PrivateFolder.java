package dev.glovebox.jail;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Removes the folder of a process that is gone. */
public final class PrivateFolder {
  private PrivateFolder() {}

  /**
   * Removes {@code folder} and what is in it; never follows a symbolic link.
   *
   * <p>Best effort: what cannot be removed stays, because a hostile tree must not stop the host.
   */
  public static void remove(Path folder) {
    try {
      Files.walkFileTree(folder, new Remover());
    } catch (IOException _) {
      // The remover swallows what it can; a folder that vanished under us is as good as removed.
    }
  }

  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      return discard(file);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return discard(file);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      return discard(folder);
    }

    private static FileVisitResult discard(Path path) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException _) {
        // Leave it: see the class comment.
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
