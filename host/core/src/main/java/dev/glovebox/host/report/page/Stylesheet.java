package dev.glovebox.host.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page's style, a resource of this program, and the policy that allows this one and nothing
 * else.
 */
record Stylesheet(String text) {
  private static final String RESOURCE = "report.css";

  /** Reads the resource. */
  static Stylesheet load() {
    try (InputStream in = Stylesheet.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from this build");
      }
      return new Stylesheet(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the policy: this style sheet and nothing else; no script, no request, no form. */
  String policy() {
    return "default-src 'none'; script-src 'none'; style-src 'sha256-"
        + hash()
        + "'; img-src 'none'; base-uri 'none'; form-action 'none'";
  }

  private String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
