package dev.glovebox.host.audit;

import dev.glovebox.host.keys.VerificationKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A C2SP signed note: text, an empty line, one line {@code — <name> <base64(id || signature)>} per
 * signature. Source: c2sp.org/signed-note.
 *
 * @param text ends with a line feed and holds no empty line
 */
record SignedNote(String text, List<Signature> signatures) {
  /** Longest note that is read, in UTF-16 code units. */
  static final int NOTE_CHARACTERS_MAX = 16 * 1024;

  /** Most signatures on a note. */
  static final int SIGNATURES_MAX = 16;

  private static final String MARK = "\u2014 ";

  SignedNote {
    signatures = List.copyOf(signatures);
  }

  /** One signature line. */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
  record Signature(String keyName, byte[] keyId, byte[] signature) {
    String line() {
      byte[] joined = Arrays.copyOf(keyId, keyId.length + signature.length);
      System.arraycopy(signature, 0, joined, keyId.length, signature.length);
      return MARK + keyName + ' ' + Base64.getEncoder().encodeToString(joined) + '\n';
    }
  }

  /** Returns the note's own form. */
  String note() {
    StringBuilder out = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> out.append(signature.line()));
    return out.toString();
  }

  /** Returns whether {@code key} signed the text. */
  boolean isSignedBy(VerificationKey key) {
    byte[] signed = text.getBytes(StandardCharsets.UTF_8);
    return signatures.stream()
        .anyMatch(signature ->
            signature.keyName().equals(key.name())
                && key.hasId(signature.keyId())
                && key.verifies(signed, signature.signature()));
  }

  /**
   * Reads a note; signatures are not checked here.
   *
   * @throws IllegalArgumentException if the form is wrong
   */
  static SignedNote parse(String note) {
    int split = note.indexOf("\n\n");
    // Two line feeds at the very end have no line of a signature between them and the end.
    boolean signed = split >= 0 && split + 2 < note.length() && note.endsWith("\n");
    if (note.length() > NOTE_CHARACTERS_MAX || !signed) {
      throw new IllegalArgumentException("not a signed note");
    }
    String lines = note.substring(split + 2, note.length() - 1);
    List<Signature> signatures = new ArrayList<>();
    for (String line : lines.split("\n", SIGNATURES_MAX + 1)) {
      signatures.add(signature(line));
    }
    if (signatures.size() > SIGNATURES_MAX) {
      throw new IllegalArgumentException("too many signatures on a note");
    }
    return new SignedNote(note.substring(0, split + 1), signatures);
  }

  private static Signature signature(String line) {
    int space = line.indexOf(' ', MARK.length());
    if (!line.startsWith(MARK) || space < 0) {
      throw new IllegalArgumentException("not a signature line");
    }
    byte[] joined = Base64.getDecoder().decode(line.substring(space + 1));
    if (joined.length <= VerificationKey.ID_BYTES) {
      throw new IllegalArgumentException("signature is too short");
    }
    return new Signature(
        line.substring(MARK.length(), space),
        Arrays.copyOf(joined, VerificationKey.ID_BYTES),
        Arrays.copyOfRange(joined, VerificationKey.ID_BYTES, joined.length));
  }
}
