package dev.glovebox.host.audit;

import dev.glovebox.host.model.Sha256;
import java.security.MessageDigest;

/**
 * An RFC 6962 tree that grows one leaf hash at a time and keeps one node per level (a compact
 * range). Not thread-safe.
 */
final class MerkleTree {
  private static final int LEVELS_MAX = 63;

  private final byte[][] nodes = new byte[LEVELS_MAX][];
  private final MessageDigest digest = Sha256.newDigest();
  private long size;

  /** Appends the hash of the next leaf. */
  void append(byte[] leafHash) {
    byte[] node = leafHash;
    int level = 0;
    for (long rest = size; (rest & 1) == 1; rest >>= 1) {
      node = join(nodes[level], node);
      level++;
    }
    nodes[level] = node;
    size++;
  }

  /** Returns the number of leaves. */
  long size() {
    return size;
  }

  /** Returns the root; of no leaves the hash of nothing. */
  Sha256 root() {
    if (size == 0) {
      return Sha256.of(new byte[0]);
    }
    int level = Long.numberOfTrailingZeros(size);
    byte[] root = nodes[level];
    for (level++; size >> level != 0; level++) {
      if ((size >> level & 1) == 1) {
        root = join(nodes[level], root);
      }
    }
    return Sha256.ofDigest(root);
  }

  private byte[] join(byte[] left, byte[] right) {
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }
}
