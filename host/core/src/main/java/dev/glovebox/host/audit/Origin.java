package dev.glovebox.host.audit;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The name of one host's log: {@code glovebox-} and 16 hexadecimal characters from {@code init}. */
public record Origin(String value) {
  private static final Pattern FORM = Pattern.compile("glovebox-[0-9a-f]{16}");
  private static final int RANDOM_BYTES = 8;

  /** Checks the form. */
  public Origin {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("an origin is glovebox- and 16 hexadecimal characters");
    }
  }

  /** Returns whether {@code text} has the form of an origin. */
  static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  /** Returns a new origin. */
  public static Origin random(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new Origin("glovebox-" + HexFormat.of().formatHex(bytes));
  }

  /** Returns the checkpoint key's name, which tells a development key from others. */
  public String keyName(Environment environment) {
    return switch (environment) {
      case DEVELOPMENT -> value + "/development";
      case PRODUCTION -> value;
    };
  }

  @Override
  public String toString() {
    return value;
  }
}
