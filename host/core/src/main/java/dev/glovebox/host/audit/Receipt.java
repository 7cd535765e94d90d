package dev.glovebox.host.audit;

import dev.glovebox.host.model.Sha256;

/**
 * Proof, as a type, that a record is where its evidence promises it: durable in the log, or in the
 * run journal. Only this package makes one, so "no receipt, no order" is checked by the compiler.
 */
public final class Receipt {
  private final long sequence;
  private final byte[] content;
  private final boolean hashed;

  private Receipt(long sequence, byte[] content, boolean hashed) {
    this.sequence = sequence;
    this.content = content;
    this.hashed = hashed;
  }

  /** Keeps the 32 bytes of {@code leafHash}, which nobody may change any more. */
  Receipt(long sequence, byte[] leafHash) {
    this(sequence, leafHash, true);
  }

  Receipt(long sequence, Sha256 leafHash) {
    this(sequence, leafHash.bytes());
  }

  /** Keeps a leaf that is hashed when somebody asks; nobody may change it any more. */
  static Receipt ofLeaf(long sequence, byte[] leaf) {
    return new Receipt(sequence, leaf, false);
  }

  /** Returns the 0-based place of the record in its log or journal. */
  public long sequence() {
    return sequence;
  }

  /** Returns the RFC 6962 hash of the record's leaf; of a journal's record, that is its line. */
  public Sha256 leafHash() {
    return Sha256.ofDigest(hashed ? content : Leaf.hash(content));
  }
}
