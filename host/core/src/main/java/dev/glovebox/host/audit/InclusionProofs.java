package dev.glovebox.host.audit;

import dev.glovebox.host.model.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes inclusion proofs from the live log. Thread-safe.
 *
 * <p>Implementation notes. The path to leaf m in a tree of n leaves is RFC 6962's PATH(m, D[n]):
 * split at the largest power of two below n, and take the other side's root. Roots of complete
 * subtrees come from the index; at most two subtrees' worth of leaves are read from disk.
 */
final class InclusionProofs {
  private final AuditReader reader;
  private final SubtreeIndex subtrees;

  InclusionProofs(AuditReader reader, SubtreeIndex subtrees) {
    this.reader = reader;
    this.subtrees = subtrees;
  }

  /**
   * Proves record {@code sequence} under {@code checkpoint}.
   *
   * @throws dev.glovebox.host.model.Refusal as {@link AuditReader#read}
   */
  InclusionProof prove(long sequence, Checkpoint checkpoint) {
    List<Sha256> path = new ArrayList<>();
    long from = 0;
    long to = checkpoint.size();
    while (to - from > 1) {
      long middle = from + Long.highestOneBit(to - from - 1);
      if (sequence < middle) {
        path.addFirst(Sha256.ofDigest(root(middle, to)));
        to = middle;
      } else {
        path.addFirst(Sha256.ofDigest(root(from, middle)));
        from = middle;
      }
    }
    return new InclusionProof(checkpoint, sequence, reader.read(sequence).leaf(), path);
  }

  /** Returns the root over the leaves {@code [from, to)}, a range that the tree has as a node. */
  private byte[] root(long from, long to) {
    if (to - from == 1) {
      return reader.read(from).leafHash().bytes();
    }
    if (to - from == SubtreeIndex.SUBTREE_LEAVES) {
      return subtrees.complete(from / SubtreeIndex.SUBTREE_LEAVES);
    }
    long middle = from + Long.highestOneBit(to - from - 1);
    return SubtreeIndex.parent(root(from, middle), root(middle, to));
  }
}
