package dev.glovebox.host.keys;

/** Tags records with the current epoch's HMAC key. One writer, one tagger: not thread-safe. */
public interface RecordTagger {
  /** Returns the id of the key, {@code [A-Za-z0-9-]{1,64}}. */
  String keyId();

  /** Returns HMAC-SHA-256 (RFC 2104) over {@code body}, 32 bytes. */
  byte[] tagRecord(byte[] body);
}
