package dev.glovebox.host.keys;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One secret in a file of mode 0600: the line {@code <algorithm> <name> <base64 of 32 bytes>}. */
final class KeyFile {
  /** Word of an Ed25519 seed. */
  static final String ED25519 = "ed25519";

  /** Word of an HMAC key. */
  static final String HMAC = "hmac-sha256";

  private static final Pattern LINE = Pattern.compile("([a-z0-9-]+) (\\S+) ([A-Za-z0-9+/]{43}=)\n");
  private static final Set<PosixFilePermission> FILE_MODE =
      PosixFilePermissions.fromString("rw-------");
  private static final int LINE_BYTES_MAX = 1024;

  private KeyFile() {}

  /** A key's name and its secret. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Line(String name, byte[] secret) {}

  /** Writes a new secret; an existing file is never written over. */
  static void write(Path file, String algorithm, String name, SecureRandom random)
      throws IOException {
    byte[] secret = new byte[HmacSha256.LENGTH_BYTES];
    random.nextBytes(secret);
    String line = algorithm + ' ' + name + ' ' + Base64.getEncoder().encodeToString(secret) + '\n';
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(FILE_MODE))) {
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /**
   * Reads a secret.
   *
   * @param code what a bad file is refused with
   */
  static Line read(Path file, String algorithm, Code code) {
    try {
      if (!Files.getPosixFilePermissions(file).equals(FILE_MODE)) {
        throw new Refusal(code, "key file " + file.getFileName() + " is not 0600");
      }
      if (Files.size(file) > LINE_BYTES_MAX) {
        throw new Refusal(code, "key file " + file.getFileName() + " is too long");
      }
      Matcher form = LINE.matcher(Files.readString(file));
      if (!form.matches() || !form.group(1).equals(algorithm)) {
        throw new Refusal(code, "key file " + file.getFileName() + " is malformed");
      }
      return new Line(form.group(2), Base64.getDecoder().decode(form.group(3)));
    } catch (IOException e) {
      throw new Refusal(code, "key file " + file.getFileName() + " is unreadable");
    }
  }
}
