package dev.glovebox.host.keys;

import java.util.Arrays;

/** Tags records with the current epoch's HMAC key. One writer, one tagger: not thread-safe. */
public interface RecordTagger {
  /** Returns the id of the key, {@code [A-Za-z0-9-]{1,64}}. */
  String keyId();

  /** Returns HMAC-SHA-256 (RFC 2104) over {@code body}, 32 bytes. */
  byte[] tagRecord(byte[] body);

  /**
   * The same over {@code length} bytes of {@code bytes}.
   *
   * @param into takes the tag's 32 bytes
   */
  default void tagRecord(byte[] bytes, int from, int length, byte[] into) {
    byte[] tag = tagRecord(Arrays.copyOfRange(bytes, from, from + length));
    System.arraycopy(tag, 0, into, 0, tag.length);
  }
}
