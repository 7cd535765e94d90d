package dev.glovebox.host.keys;

/** What the host may do with its secret keys: one operation per purpose, no bytes out. */
public interface Keys {
  /** Returns the public half of the checkpoint key. */
  VerificationKey checkpointKey();

  /**
   * Signs the text of a checkpoint. Thread-safe.
   *
   * @return Ed25519 signature (RFC 8032), {@value VerificationKey#SIGNATURE_BYTES} bytes
   */
  byte[] signCheckpoint(byte[] text);

  /** Returns a new tagger for one writer. */
  RecordTagger recordTagger();

  /**
   * Returns the MAC that binds an execution token: HMAC-SHA-256 (RFC 2104) as 64 lower-case
   * hexadecimal characters. Thread-safe.
   */
  String macToken(byte[] binding);

  /** Returns whether {@code mac} is {@link #macToken} of {@code binding}, in constant time. */
  boolean verifyToken(byte[] binding, String mac);
}
