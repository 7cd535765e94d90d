package dev.glovebox.host.app.setup;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The text form of certificates and keys. Source: RFC 7468. */
final class Pem {
  private static final int LINE_CHARACTERS = 64;
  private static final byte[] LINE_END = "\n".getBytes(StandardCharsets.US_ASCII);

  private Pem() {}

  static String text(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(LINE_CHARACTERS, LINE_END).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }
}
