package dev.glovebox.host.audit;

import dev.glovebox.host.model.Sha256;

/**
 * Proof, as a type, that a record is where its evidence promises it: durable in the log, or in the
 * run journal. Only this package makes one, so "no receipt, no order" is checked by the compiler.
 */
public final class Receipt {
  private final long sequence;
  private final byte[] leafHash;

  /** Keeps the 32 bytes of {@code leafHash}, which nobody may change any more. */
  Receipt(long sequence, byte[] leafHash) {
    this.sequence = sequence;
    this.leafHash = leafHash;
  }

  Receipt(long sequence, Sha256 leafHash) {
    this(sequence, leafHash.bytes());
  }

  /** Returns the 0-based place of the record in its log or journal. */
  public long sequence() {
    return sequence;
  }

  /** Returns the RFC 6962 hash of the record's leaf. */
  public Sha256 leafHash() {
    return Sha256.ofDigest(leafHash);
  }
}
