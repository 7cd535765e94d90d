package dev.glovebox.host.keys;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * A person's key for signing statements, in a file of mode 0600: a reviewer's, or the offline
 * root's. It belongs on that person's machine and never on the host's. Thread-safe.
 */
public final class StatementKey {
  private final Ed25519PrivateKeyParameters key;
  private final VerificationKey verificationKey;

  private StatementKey(KeyFile.Line line) {
    this.key = new Ed25519PrivateKeyParameters(line.secret());
    this.verificationKey = VerificationKey.of(line.name(), key.generatePublicKey().getEncoded());
  }

  /**
   * Makes a new key in {@code file}, which must not be there.
   *
   * @param name see {@link VerificationKey}
   * @throws Refusal FILE_UNREADABLE if it cannot be written
   */
  public static StatementKey create(Path file, String name, SecureRandom random) {
    try {
      KeyFile.write(file, KeyFile.ED25519, name, random);
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, "the key cannot be written to " + file);
    }
    return open(file);
  }

  /**
   * Reads the key of {@code file}.
   *
   * @throws Refusal FILE_UNREADABLE if it is missing, malformed, or readable by others
   */
  public static StatementKey open(Path file) {
    try {
      return new StatementKey(KeyFile.read(file, KeyFile.ED25519, Code.FILE_UNREADABLE));
    } catch (IllegalArgumentException e) {
      throw new Refusal(Code.FILE_UNREADABLE, "key file " + file.getFileName() + " is malformed");
    }
  }

  /** Returns the public half. */
  public VerificationKey verificationKey() {
    return verificationKey;
  }

  /** Signs a statement. */
  public Dsse sign(String payloadType, byte[] payload) {
    byte[] covered = Dsse.authenticated(payloadType, payload);
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, key);
    signer.update(covered, 0, covered.length);
    return new Dsse(payloadType, payload, verificationKey.keyId(), signer.generateSignature());
  }
}
