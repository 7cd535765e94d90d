package dev.glovebox.host.audit;

import dev.glovebox.host.model.Sha256;
import java.util.List;

/**
 * Proof that one record is in the log that a checkpoint signs. Source: RFC 9162, 2.1.3.
 *
 * @param leafIndex 0-based, below the checkpoint's size
 * @param leaf the record's bytes
 * @param path hashes from the leaf's sibling up to the root
 */
@SuppressWarnings("ArrayRecordComponent") // the leaf's bytes, never compared
public record InclusionProof(
    Checkpoint checkpoint, long leafIndex, byte[] leaf, List<Sha256> path) {
  /** Copies the path. */
  public InclusionProof {
    path = List.copyOf(path);
  }

  /**
   * Walks the path and compares the end with the checkpoint's root. The checkpoint's signature is
   * for the reader to check.
   *
   * @return whether the leaf is in that tree at that place
   */
  public boolean holds() {
    if (leafIndex < 0 || leafIndex >= checkpoint.size()) {
      return false;
    }
    long node = leafIndex;
    long last = checkpoint.size() - 1;
    byte[] hash = Leaf.hash(leaf);
    for (Sha256 sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = SubtreeIndex.parent(sibling.bytes(), hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = SubtreeIndex.parent(hash, sibling.bytes());
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Sha256.ofDigest(hash).equals(checkpoint.root());
  }
}
