package dev.glovebox.jail.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Who starts jails, and whether those whom they become can read what they must. */
public final class Starter {
  private Starter() {}

  /**
   * Whether this process is root's.
   *
   * @throws IOException if the kernel does not say
   */
  public static boolean isRoot() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("Uid:")) {
        return Arrays.asList(line.split("\\s+", -1)).contains("0");
      }
    }
    throw new IOException("no user in /proc/self/status");
  }

  /**
   * Root reads everything; the users that it hands out read what everybody may.
   *
   * @throws IOException naming the file that they cannot read
   */
  public static void mustBeReadable(JailSettings settings) throws IOException {
    List<Path> files = new ArrayList<>(settings.shown());
    files.add(settings.java());
    files.add(settings.runtime().resolve("lib/modules"));
    for (Path file : files) {
      if (!Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
        throw new IOException(
            file + " cannot be read by other users; allow it by chmod -R o+rX on its folder");
      }
    }
  }
}
