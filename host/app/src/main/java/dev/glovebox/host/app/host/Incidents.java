package dev.glovebox.host.app.host;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names for defects of ours, so that a user can quote one and the log explain it. */
public final class Incidents {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 4;

  private Incidents() {}

  /** Returns a new name, 8 hexadecimal characters. */
  public static String fresh() {
    byte[] id = new byte[BYTES];
    RANDOM.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}
