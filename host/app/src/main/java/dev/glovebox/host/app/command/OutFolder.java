package dev.glovebox.host.app.command;

import dev.glovebox.host.app.host.Folders;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The folder of {@code --out}: known files are replaced atomically, unknown ones stay. */
public final class OutFolder {
  private final Path folder;

  /**
   * Makes the folder if need be.
   *
   * @throws Refusal FILE_UNREADABLE if that is not possible
   */
  public OutFolder(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, folder + " cannot be made a folder");
    }
  }

  /** Writes or replaces files, each as a whole. */
  void write(Map<String, byte[]> files) {
    files.forEach(this::write);
  }

  private void write(String name, byte[] bytes) {
    if (!name.matches("[a-z0-9]+(\\.[a-z0-9]+)?")) {
      throw new Refusal(Code.INTERNAL, "the host sent a file under a strange name");
    }
    try {
      Path temporary = Files.createTempFile(folder, "." + name, ".new");
      Files.write(temporary, bytes);
      Files.setPosixFilePermissions(
          temporary, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, folder.resolve(name) + " cannot be written");
    }
  }

  /** Copies a folder of a host that has ended; an older copy is replaced. */
  void copyTree(Path source, String name) {
    Path target = folder.resolve(name);
    try {
      Folders.removeTree(target);
      if (Files.exists(source)) {
        Folders.copyTree(source, target);
      }
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, target + " cannot be written");
    }
  }
}
