package dev.glovebox.host.store.postgres;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked once per build into a cache.
 *
 * @param home folder with {@code bin}, {@code lib} and {@code share}
 * @param build 16 hexadecimal characters that another archive does not share by accident
 */
record PostgresBinaries(Path home, String build) {
  /** Most bytes that the archive may unpack to. */
  static final long UNPACKED_BYTES_MAX = 512L * 1024 * 1024;

  private static final int BUILD_CHARACTERS = 16;

  /** Returns the programs below {@code cache}, unpacking them if they are not there yet. */
  static PostgresBinaries in(Path cache, String osName, String osArch) {
    String resource = "/" + archiveName(osName, osArch);
    try {
      String build = build(resource);
      Path home = cache.resolve("postgres-" + build);
      if (!Files.isDirectory(home)) {
        unpack(resource, cache, home);
      }
      return new PostgresBinaries(home, build);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL's programs could not be unpacked", e);
    }
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  /** Returns the archive's name for a platform as the JDK names it. */
  static String archiveName(String osName, String osArch) {
    String system = osName.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    String machine =
        switch (osArch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> throw new Refusal(Code.DATABASE_FAILED, "no PostgreSQL for this processor");
        };
    return "postgres-" + system + "-" + machine + ".txz";
  }

  /** Returns whether this build carries the programs of a platform. */
  static boolean carried(String osName, String osArch) {
    try {
      return PostgresBinaries.class.getResource("/" + archiveName(osName, osArch)) != null;
    } catch (Refusal e) {
      return false;
    }
  }

  private static InputStream open(String resource) {
    InputStream stream = PostgresBinaries.class.getResourceAsStream(resource);
    if (stream == null) {
      throw notCarried();
    }
    return stream;
  }

  private static Refusal notCarried() {
    return new Refusal(Code.DATABASE_FAILED, "this build carries no PostgreSQL for the platform");
  }

  /**
   * Names the archive by length and checksum from its jar's directory. Hashing its 15 MB would cost
   * each start more than initdb saves; and who can change the class path is the host anyway.
   */
  private static String build(String resource) throws IOException {
    URL url = PostgresBinaries.class.getResource(resource);
    if (url == null) {
      throw notCarried();
    }
    if (url.openConnection() instanceof JarURLConnection connection) {
      JarEntry entry = connection.getJarEntry();
      return HexFormat.of().toHexDigits(entry.getCrc(), 8)
          + HexFormat.of().toHexDigits(entry.getSize(), 8);
    }
    MessageDigest digest = Sha256.newDigest();
    try (InputStream in = new DigestInputStream(open(resource), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return Sha256.ofDigest(digest.digest()).hex().substring(0, BUILD_CHARACTERS);
  }

  private static void unpack(String resource, Path cache, Path home) throws IOException {
    Files.createDirectories(cache);
    Path fresh = Files.createTempDirectory(cache, "unpacking-");
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(open(resource))))) {
      long left = UNPACKED_BYTES_MAX;
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        left -= entry.getSize();
        if (left < 0) {
          throw new IOException("the archive unpacks to more than " + UNPACKED_BYTES_MAX);
        }
        write(tar, entry, fresh);
      }
    }
    Folders.mode(fresh, "rwxr-xr-x");
    try {
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Folders.delete(fresh);
      if (!Files.isDirectory(home)) { // else another host was quicker
        throw e;
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path fresh)
      throws IOException {
    Path target = inside(fresh, fresh.resolve(entry.getName()));
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Path parent = inside(fresh, target.resolveSibling("."));
    Files.createDirectories(parent);
    if (entry.isSymbolicLink()) {
      inside(fresh, parent.resolve(entry.getLinkName()));
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isFile()) {
      Files.copy(tar, target);
      boolean program = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(target, program ? PROGRAM : PLAIN);
    } else {
      throw new IOException("the archive holds neither file, folder nor link");
    }
  }

  private static Path inside(Path folder, Path path) throws IOException {
    Path normal = path.normalize();
    if (!normal.startsWith(folder)) {
      throw new IOException("the archive names a path outside its folder");
    }
    return normal;
  }

  private static final Set<java.nio.file.attribute.PosixFilePermission> PROGRAM =
      java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x");
  private static final Set<java.nio.file.attribute.PosixFilePermission> PLAIN =
      java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--");
}
