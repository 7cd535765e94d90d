package dev.glovebox.worker;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What the host says by stdin: the nonce in hexadecimal, LF, the path of its socket, LF. A path of
 * {@value #STANDARD_STREAMS} means stdin, from here on, and stdout.
 *
 * @param nonce {@value #NONCE_BYTES} bytes that prove to the host who dialled
 */
record Invitation(ByteString nonce, Path socket) {
  /** Length of the nonce. */
  static final int NONCE_BYTES = 32;

  /** Longest line. */
  static final int LINE_BYTES_MAX = 4096;

  /** The path that stands for no socket. */
  static final String STANDARD_STREAMS = "-";

  /** Whether there is no socket to dial. */
  boolean byStandardStreams() {
    return socket.toString().equals(STANDARD_STREAMS);
  }

  /** Reads the two lines; empty if they are not what they should be. */
  static Optional<Invitation> read(InputStream in) throws IOException {
    String hex = line(in);
    String path = line(in);
    if (hex.length() != NONCE_BYTES * 2 || path.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Invitation(ByteString.copyFrom(HexFormat.of().parseHex(hex)), Path.of(path)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String line(InputStream in) throws IOException {
    byte[] bytes = new byte[LINE_BYTES_MAX];
    int length = 0;
    for (int b = in.read(); b >= 0 && b != '\n' && length < LINE_BYTES_MAX; b = in.read()) {
      bytes[length++] = (byte) b;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
