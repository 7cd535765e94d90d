package dev.glovebox.host.payload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The few file operations that must survive a crash. */
public final class DurableFiles {
  private static final Set<PosixFilePermission> FOLDER_MODE =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> SEALED_MODE =
      PosixFilePermissions.fromString("r--r--r--");

  private DurableFiles() {}

  /** Creates {@code folder} and its missing parents with mode 0700, names forced to disk. */
  public static void createFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      createFolder(parent);
    }
    FileAttribute<?> mode = PosixFilePermissions.asFileAttribute(FOLDER_MODE);
    Files.createDirectories(folder, mode);
    if (parent != null) {
      forceFolder(parent);
    }
  }

  /** Forces the names in {@code folder} to disk. */
  public static void forceFolder(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  /** Makes {@code file} read-only for everybody (0444). */
  public static void seal(Path file) throws IOException {
    Files.setPosixFilePermissions(file, SEALED_MODE);
  }

  /** Writes all of {@code bytes} at the channel's position. */
  public static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Replaces {@code target} by {@code bytes}: after a crash it holds the old or the new bytes. */
  public static void replace(Path target, byte[] bytes) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("a file needs a folder");
    }
    Path temporary = folder.resolve(target.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      writeFully(channel, ByteBuffer.wrap(bytes));
      channel.force(true);
    }
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    forceFolder(folder);
  }
}
