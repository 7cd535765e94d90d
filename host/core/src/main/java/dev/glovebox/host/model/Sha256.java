package dev.glovebox.host.model;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest (FIPS 180-4) as 64 lower-case hexadecimal characters. */
public record Sha256(String hex) implements Comparable<Sha256> {
  /** Length of the digest, in bytes. */
  public static final int LENGTH_BYTES = 32;

  /** Never updated: only cloned. */
  private static final MessageDigest FRESH = fresh();

  /** Which characters are digits of the form. */
  private static final boolean[] DIGITS = digits();

  /** Checks the form. */
  public Sha256 {
    if (!isHex(hex)) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal");
    }
  }

  private static boolean[] digits() {
    boolean[] digits = new boolean[128];
    for (char c : "0123456789abcdef".toCharArray()) {
      digits[c] = true;
    }
    return digits;
  }

  private static boolean isHex(String text) {
    if (text.length() != 2 * LENGTH_BYTES) {
      return false;
    }
    boolean hex = true;
    for (int i = 0; i < 2 * LENGTH_BYTES; i++) {
      char c = text.charAt(i);
      hex &= c < DIGITS.length && DIGITS[c];
    }
    return hex;
  }

  /** Hashes {@code bytes}. */
  public static Sha256 of(byte[] bytes) {
    return ofDigest(newDigest().digest(bytes));
  }

  /** Wraps a finished digest of {@value #LENGTH_BYTES} bytes. */
  public static Sha256 ofDigest(byte[] digest) {
    if (digest.length != LENGTH_BYTES) {
      throw new IllegalArgumentException("a SHA-256 has 32 bytes, not " + digest.length);
    }
    return new Sha256(HexFormat.of().formatHex(digest));
  }

  /**
   * Ends {@code digest}, which is then ready for the next, without making an array.
   *
   * @param into takes {@value #LENGTH_BYTES} bytes
   */
  public static void finish(MessageDigest digest, byte[] into) {
    try {
      digest.digest(into, 0, LENGTH_BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException("32 bytes hold a SHA-256", e);
    }
  }

  /**
   * Writes the digest of what {@code digest} took so far; it goes on afterwards.
   *
   * @param into takes {@value #LENGTH_BYTES} bytes
   */
  public static void soFar(MessageDigest digest, byte[] into) {
    try {
      finish((MessageDigest) digest.clone(), into);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
    }
  }

  /** Returns a new SHA-256 digest object. */
  public static MessageDigest newDigest() {
    try {
      // A look-up among the platform's providers costs more than hashing a short text.
      return (MessageDigest) FRESH.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
    }
  }

  private static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns the digest's {@value #LENGTH_BYTES} bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public int compareTo(Sha256 other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
