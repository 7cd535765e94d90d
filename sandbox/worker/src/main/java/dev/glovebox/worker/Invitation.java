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
 * {@value #STANDARD_STREAMS} means stdin, from here on, and stdout. A worker that several runs
 * share is told their most number behind the nonce, after a space.
 *
 * @param nonce {@value #NONCE_BYTES} bytes that prove to the host who dialled
 * @param seats runs that this worker is to hold, and so connections that it makes
 */
record Invitation(ByteString nonce, Path socket, int seats) {
  /** Length of the nonce. */
  static final int NONCE_BYTES = 32;

  /** Most runs of one worker. */
  static final int SEATS_MAX = 32;

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
    String first = line(in);
    String path = line(in);
    int space = first.indexOf(' ');
    String hex = space < 0 ? first : first.substring(0, space);
    if (hex.length() != NONCE_BYTES * 2 || path.isEmpty()) {
      return Optional.empty();
    }
    try {
      int seats = space < 0 ? 1 : Integer.parseInt(first.substring(space + 1));
      Invitation invitation =
          new Invitation(ByteString.copyFrom(HexFormat.of().parseHex(hex)), Path.of(path), seats);
      return Optional.of(invitation).filter(Invitation::isSound);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Standard streams carry one connection. */
  private boolean isSound() {
    return seats >= 1 && seats <= (byStandardStreams() ? 1 : SEATS_MAX);
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
