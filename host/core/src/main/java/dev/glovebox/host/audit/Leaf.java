package dev.glovebox.host.audit;

import dev.glovebox.host.model.AsciiText;
import dev.glovebox.host.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * One record's leaf: {@code <body>\nhmac-sha256 <key id> <base64>\n}; the tag is over the body.
 *
 * @param body canonical JSON without the line feed
 * @param keyId which epoch's key made the tag
 * @param tag HMAC-SHA-256, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
record Leaf(byte[] body, String keyId, byte[] tag) {
  /** Longest tag line with both line feeds, in bytes. */
  static final int TAG_LINE_BYTES_MAX = 128;

  private static final byte[] ALGORITHM = "hmac-sha256 ".getBytes(StandardCharsets.US_ASCII);
  private static final int TAG_TEXT_BYTES = 44;
  private static final int KEY_ID_BYTES_MAX = 64;

  /** Appends the line that ends a leaf to its body in {@code out}. */
  static void appendTagLine(AsciiText out, String keyId, byte[] tag) {
    out.character('\n').text(ALGORITHM).text(keyId).character(' ');
    out.text(Base64.getEncoder().encode(tag)).character('\n');
  }

  /** Takes a leaf apart; empty if it has another form. */
  static Optional<Leaf> parse(byte[] leaf) {
    int end = leaf.length - 1;
    if (end < 0 || leaf[end] != '\n') {
      return Optional.empty();
    }
    int line = end - 1;
    while (line >= 0 && leaf[line] != '\n') {
      line--;
    }
    int keyAt = line + 1 + ALGORITHM.length;
    int tagAt = end - TAG_TEXT_BYTES;
    if (line < 0 || keyAt >= tagAt - 1 || tagAt - 1 - keyAt > KEY_ID_BYTES_MAX) {
      return Optional.empty();
    }
    if (!Arrays.equals(leaf, line + 1, keyAt, ALGORITHM, 0, ALGORITHM.length)
        || leaf[tagAt - 1] != ' ') {
      return Optional.empty();
    }
    String keyId = new String(leaf, keyAt, tagAt - 1 - keyAt, StandardCharsets.US_ASCII);
    byte[] text = Arrays.copyOfRange(leaf, tagAt, end);
    try {
      byte[] tag = Base64.getDecoder().decode(text);
      // Base64 has several spellings of the same bytes; only one is ours.
      return Arrays.equals(Base64.getEncoder().encode(tag), text)
          ? Optional.of(new Leaf(Arrays.copyOf(leaf, line), keyId, tag))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns the RFC 6962 leaf hash: SHA-256(0x00 || leaf). */
  static byte[] hash(byte[] leaf) {
    return new Hasher().of(leaf, 0, leaf.length);
  }

  /** Hashes leaves with one digest object. Not thread-safe. */
  static final class Hasher {
    private final MessageDigest digest = Sha256.newDigest();

    /** Returns the RFC 6962 hash of the leaf in {@code length} bytes of {@code bytes}. */
    byte[] of(byte[] bytes, int from, int length) {
      digest.update((byte) 0);
      digest.update(bytes, from, length);
      return digest.digest();
    }
  }
}
