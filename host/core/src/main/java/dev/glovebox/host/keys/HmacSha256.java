package dev.glovebox.host.keys;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) under one key, by the JDK. Not thread-safe. */
final class HmacSha256 {
  /** Length of a key and of a tag, in bytes. */
  static final int LENGTH_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  HmacSha256(byte[] key) {
    if (key.length != LENGTH_BYTES) {
      throw new IllegalArgumentException("an HMAC key has 32 bytes");
    }
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }

  byte[] over(byte[] bytes) {
    return mac.doFinal(bytes);
  }

  void over(byte[] bytes, int from, int length, byte[] into) {
    mac.update(bytes, from, length);
    try {
      mac.doFinal(into, 0);
    } catch (ShortBufferException e) {
      throw new IllegalArgumentException("a tag has 32 bytes", e);
    }
  }
}
