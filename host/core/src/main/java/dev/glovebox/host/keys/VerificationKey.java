package dev.glovebox.host.keys;

import dev.glovebox.host.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * An Ed25519 public key with a name, as a C2SP signed-note verifier key: {@code
 * name+hash+base64(0x01||key)}.
 *
 * <p>Source: c2sp.org/signed-note. Immutable.
 */
public final class VerificationKey {
  /** Length of a signature, in bytes. */
  public static final int SIGNATURE_BYTES = 64;

  /** Length of a key id, in bytes. */
  public static final int ID_BYTES = 4;

  private static final byte ALGORITHM_ED25519 = 0x01;
  private static final int KEY_BYTES = 32;

  /** What precedes the key's bytes in DER: algorithm 1.3.101.112, bit string. */
  private static final byte[] ED25519_INFO = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String name;
  private final byte[] id;
  private final byte[] key;

  private VerificationKey(String name, byte[] key) {
    this.name = name;
    this.key = key;
    this.id = idOf(name, key);
  }

  static VerificationKey of(String name, byte[] key) {
    if (!nameIsValid(name)) {
      throw new IllegalArgumentException("a key's name has no blank, no plus and no control");
    }
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("an Ed25519 key has 32 bytes");
    }
    return new VerificationKey(name, key.clone());
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if the form, the hash or the algorithm is wrong
   */
  public static VerificationKey parse(String text) {
    int hashAt = text.indexOf('+');
    int keyAt = text.indexOf('+', hashAt + 1);
    if (hashAt < 0 || keyAt < 0) {
      throw new IllegalArgumentException("a verification key is name+hash+base64");
    }
    byte[] typed = Base64.getDecoder().decode(text.substring(keyAt + 1));
    if (typed.length != KEY_BYTES + 1 || typed[0] != ALGORITHM_ED25519) {
      throw new IllegalArgumentException("not an Ed25519 verification key");
    }
    VerificationKey parsed =
        of(text.substring(0, hashAt), Arrays.copyOfRange(typed, 1, typed.length));
    if (!parsed.text().equals(text)) {
      throw new IllegalArgumentException("hash of the verification key is wrong");
    }
    return parsed;
  }

  /** Returns the text form, for example {@code example.com/log+1a2b3c4d+AQ...}. */
  public String text() {
    byte[] typed = new byte[KEY_BYTES + 1];
    typed[0] = ALGORITHM_ED25519;
    System.arraycopy(key, 0, typed, 1, KEY_BYTES);
    return name + '+' + idHex() + '+' + Base64.getEncoder().encodeToString(typed);
  }

  /** Returns the key's name. */
  public String name() {
    return name;
  }

  /** Returns the key's id as eight hexadecimal characters. */
  public String idHex() {
    return HexFormat.of().formatHex(id);
  }

  /** Returns whether {@code id} is this key's id, {@value #ID_BYTES} bytes. */
  public boolean hasId(byte[] other) {
    return Arrays.equals(id, other);
  }

  /** Returns the key's id, {@value #ID_BYTES} bytes. */
  public byte[] id() {
    return id.clone();
  }

  /** Returns name and id as {@code name+id}: what a signature says of its key. */
  public String keyId() {
    return name + '+' + idHex();
  }

  /** Returns the key as X.509 SubjectPublicKeyInfo (RFC 8410), for other people's tools. */
  public byte[] subjectPublicKeyInfo() {
    byte[] info = Arrays.copyOf(ED25519_INFO, ED25519_INFO.length + KEY_BYTES);
    System.arraycopy(key, 0, info, ED25519_INFO.length, KEY_BYTES);
    return info;
  }

  /** Returns whether {@code signature} over {@code text} is by this key. */
  public boolean verifies(byte[] text, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES) {
      return false;
    }
    Ed25519Signer verifier = new Ed25519Signer();
    verifier.init(false, new Ed25519PublicKeyParameters(key));
    verifier.update(text, 0, text.length);
    return verifier.verifySignature(signature);
  }

  private static boolean nameIsValid(String name) {
    return !name.isEmpty()
        && name.chars().noneMatch(c -> c == '+' || c <= ' ' || Character.isWhitespace(c));
  }

  private static byte[] idOf(String name, byte[] key) {
    MessageDigest digest = Sha256.newDigest();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    digest.update(ALGORITHM_ED25519);
    return Arrays.copyOf(digest.digest(key), ID_BYTES);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerificationKey that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
