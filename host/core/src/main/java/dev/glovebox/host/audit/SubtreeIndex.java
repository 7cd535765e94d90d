package dev.glovebox.host.audit;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.glovebox.host.model.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Hashes of the log's complete subtrees of {@link #SUBTREE_LEAVES} leaves: an eighth of a byte per
 * record in memory, rebuilt at start. A proof then reads few leaves. Thread-safe.
 */
final class SubtreeIndex {
  /** Leaves of one subtree; a power of two. */
  static final int SUBTREE_LEAVES = 256;

  @GuardedBy("this")
  private final List<byte[]> complete = new ArrayList<>();

  @GuardedBy("this")
  private final byte[][] open = new byte[SUBTREE_LEAVES][];

  @GuardedBy("this")
  private int filled;

  /** Appends the hash of the next leaf. */
  synchronized void add(byte[] leafHash) {
    open[filled++] = leafHash.clone();
    if (filled == SUBTREE_LEAVES) {
      complete.add(root(open));
      filled = 0;
    }
  }

  /** Returns the root over subtree {@code number}, 0-based; it must be complete. */
  synchronized byte[] complete(long number) {
    return complete.get(Math.toIntExact(number)).clone();
  }

  /** Returns SHA-256(0x01 || left || right), the parent of two nodes. Source: RFC 6962, 2.1. */
  static byte[] parent(byte[] left, byte[] right) {
    MessageDigest digest = Sha256.newDigest();
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }

  private static byte[] root(byte[][] leaves) {
    byte[][] level = leaves;
    while (level.length > 1) {
      byte[][] above = new byte[level.length / 2][];
      for (int i = 0; i < above.length; i++) {
        above[i] = parent(level[2 * i], level[2 * i + 1]);
      }
      level = above;
    }
    return level[0];
  }
}
