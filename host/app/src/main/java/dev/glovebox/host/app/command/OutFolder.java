package dev.glovebox.host.app.command;

import com.google.protobuf.ByteString;
import dev.glovebox.host.app.client.ReportSink;
import dev.glovebox.host.app.host.Folders;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** Writes or replaces a file. */
  void write(String name, byte[] bytes) {
    try (Incoming incoming = new Incoming()) {
      incoming.take(name, ByteString.copyFrom(bytes), true);
    }
  }

  /** Returns what writes or replaces files as they come, each once it is whole. */
  Incoming incoming() {
    return new Incoming();
  }

  /** Files on their way into the folder; closing removes one that never became whole. */
  final class Incoming implements ReportSink, AutoCloseable {
    private final List<String> names = new ArrayList<>();
    private Optional<Open> open = Optional.empty();

    private record Open(String name, Path temporary, OutputStream bytes) {}

    @Override
    public void take(String name, ByteString data, boolean last) {
      if (!name.matches("[a-z0-9]+(\\.[a-z0-9]+)?")) {
        throw new Refusal(Code.INTERNAL, "the host sent a file under a strange name");
      }
      try {
        Open file = open.isPresent() ? open.get() : begun(name);
        open = Optional.of(file);
        if (!file.name().equals(name)) {
          throw new Refusal(Code.INTERNAL, "the host sent a file before another was whole");
        }
        data.writeTo(file.bytes());
        if (last) {
          file.bytes().close();
          Files.setPosixFilePermissions(
              file.temporary(), PosixFilePermissions.fromString("rw-r--r--"));
          Files.move(file.temporary(), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
          open = Optional.empty();
          names.add(name);
        }
      } catch (IOException e) {
        throw new Refusal(Code.FILE_UNREADABLE, folder.resolve(name) + " cannot be written");
      }
    }

    private Open begun(String name) throws IOException {
      Path temporary = Files.createTempFile(folder, "." + name, ".new");
      return new Open(name, temporary, Files.newOutputStream(temporary));
    }

    /** Names of the files that are whole, in the order in which they came. */
    List<String> names() {
      return List.copyOf(names);
    }

    @Override
    public void close() {
      open.ifPresent(unfinished -> {
        try {
          unfinished.bytes().close();
          Files.deleteIfExists(unfinished.temporary());
        } catch (IOException e) {
          throw new Refusal(Code.FILE_UNREADABLE, unfinished.temporary() + " cannot be removed");
        }
      });
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
