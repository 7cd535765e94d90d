package dev.glovebox.host.audit;

import dev.glovebox.host.keys.Keys;
import dev.glovebox.host.keys.VerificationKey;
import dev.glovebox.host.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Signed origin, size and root of the log. Source: c2sp.org/tlog-checkpoint.
 *
 * @param size number of records it covers
 * @param root RFC 6962 root over them
 * @param note the signed note, byte for byte
 */
public record Checkpoint(String origin, long size, Sha256 root, String note) {
  private static final int SIZE_DIGITS_MAX = 18;

  static Checkpoint sign(Origin origin, MerkleTree tree, Keys keys) {
    Sha256 root = tree.root();
    String text = origin.value() + '\n' + tree.size() + '\n' + rootText(root) + '\n';
    VerificationKey key = keys.checkpointKey();
    byte[] signature = keys.signCheckpoint(text.getBytes(StandardCharsets.UTF_8));
    SignedNote note =
        new SignedNote(text, List.of(new SignedNote.Signature(key.name(), key.id(), signature)));
    return new Checkpoint(origin.value(), tree.size(), root, note.note());
  }

  /**
   * Reads a checkpoint; its signature is not checked here.
   *
   * @throws IllegalArgumentException if the form is wrong
   */
  public static Checkpoint parse(String note) {
    SignedNote signed = SignedNote.parse(note);
    String[] lines = signed.text().split("\n", -1);
    if (lines.length != 4 || lines[0].isEmpty()) {
      throw new IllegalArgumentException("a checkpoint has the lines origin, size and root");
    }
    if (lines[1].length() > SIZE_DIGITS_MAX || !lines[1].matches("0|[1-9][0-9]*")) {
      throw new IllegalArgumentException("size of a checkpoint is malformed");
    }
    byte[] root = Base64.getDecoder().decode(lines[2]);
    Checkpoint parsed =
        new Checkpoint(lines[0], Long.parseLong(lines[1]), Sha256.ofDigest(root), note);
    if (!parsed.rootText().equals(lines[2])) {
      throw new IllegalArgumentException("root of a checkpoint is malformed");
    }
    return parsed;
  }

  /** Returns whether {@code key} signed it. */
  public boolean isSignedBy(VerificationKey key) {
    return SignedNote.parse(note).isSignedBy(key);
  }

  /** Returns the root in base64, as the note writes it. */
  public String rootText() {
    return rootText(root);
  }

  private static String rootText(Sha256 root) {
    return Base64.getEncoder().encodeToString(root.bytes());
  }
}
