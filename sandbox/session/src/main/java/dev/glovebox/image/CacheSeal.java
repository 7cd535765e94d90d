package dev.glovebox.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * What a cache file was when it was made, written beside it.
 *
 * <p>The checksum finds damage, and is looked at before a cache is used because the JVM itself does
 * not. The hash is evidence: records name it. Neither holds against who may write the folder.
 *
 * @param sha256 lower-case hexadecimal
 */
record CacheSeal(long bytes, long crc32c, String sha256) {
  private static final Pattern FORM =
      Pattern.compile("bytes ([0-9]{1,18})\ncrc32c ([0-9]{1,18})\nsha256 ([0-9a-f]{64})\n");

  private static final int BUFFER_BYTES = 256 * 1024;

  /** Computes the seal of {@code file}. */
  static CacheSeal of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return new CacheSeal(
          Files.size(file), crc32c(file), HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Reads a seal; empty if there is none of the right form. */
  static Optional<CacheSeal> read(Path file) {
    try {
      Matcher found = FORM.matcher(Files.readString(file, StandardCharsets.US_ASCII));
      return found.matches()
          ? Optional.of(
              new CacheSeal(
                  Long.parseLong(found.group(1)), Long.parseLong(found.group(2)), found.group(3)))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The seal's text. */
  String text() {
    return "bytes " + bytes + "\ncrc32c " + crc32c + "\nsha256 " + sha256 + "\n";
  }

  /** Whether {@code file} still is what was sealed, by length and checksum. */
  boolean fits(Path file) {
    try {
      return Files.size(file) == bytes && crc32c(file) == crc32c;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long crc32c(Path file) throws IOException {
    CRC32C sum = new CRC32C();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
      while (channel.read(buffer.clear()) >= 0) {
        sum.update(buffer.flip());
      }
    }
    return sum.getValue();
  }
}
