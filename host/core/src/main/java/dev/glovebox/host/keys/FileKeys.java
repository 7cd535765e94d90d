package dev.glovebox.host.keys;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Keys in files of mode 0600 under a folder of mode 0700: the development form. Thread-safe.
 *
 * <p>{@value #CHECKPOINT_FILE} holds the Ed25519 seed, {@value #EPOCH_FILE} the record key in the
 * form that {@link EpochKeys} reads, {@value #TOKEN_FILE} the token key.
 */
public final class FileKeys implements Keys {
  /** Name of the checkpoint key's file. */
  public static final String CHECKPOINT_FILE = "checkpoint.key";

  /** Name of the record keys' file; an auditor is given a copy to check tags. */
  public static final String EPOCH_FILE = "epoch.keys";

  /** Name of the token key's file. */
  public static final String TOKEN_FILE = "token.key";

  private static final Set<PosixFilePermission> FOLDER_MODE =
      PosixFilePermissions.fromString("rwx------");

  private final Ed25519PrivateKeyParameters checkpoint;
  private final VerificationKey checkpointKey;
  private final String epochId;
  private final byte[] epoch;
  private final HmacSha256 token;

  private FileKeys(KeyFile.Line checkpoint, KeyFile.Line epoch, KeyFile.Line token) {
    this.checkpoint = new Ed25519PrivateKeyParameters(checkpoint.secret());
    this.checkpointKey =
        VerificationKey.of(checkpoint.name(), this.checkpoint.generatePublicKey().getEncoded());
    this.epochId = epoch.name();
    this.epoch = epoch.secret();
    this.token = new HmacSha256(token.secret());
  }

  /**
   * Makes new keys in {@code folder}, which must not hold any.
   *
   * @param name the checkpoint key's name, see {@link VerificationKey}
   * @throws Refusal CONFIG_INVALID if the keys cannot be written or exist already
   */
  public static FileKeys create(Path folder, String name, SecureRandom random) {
    try {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER_MODE));
      Files.setPosixFilePermissions(folder, FOLDER_MODE);
      byte[] id = new byte[VerificationKey.ID_BYTES];
      random.nextBytes(id);
      KeyFile.write(folder.resolve(CHECKPOINT_FILE), KeyFile.ED25519, name, random);
      String epochId = "e1-" + HexFormat.of().formatHex(id);
      KeyFile.write(folder.resolve(EPOCH_FILE), KeyFile.HMAC, epochId, random);
      KeyFile.write(folder.resolve(TOKEN_FILE), KeyFile.HMAC, "token", random);
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    } catch (IOException e) {
      throw new Refusal(Code.CONFIG_INVALID, "keys cannot be created in their folder");
    }
    return open(folder);
  }

  /** Returns whether {@code folder} holds keys. */
  public static boolean exist(Path folder) {
    return Files.exists(folder.resolve(CHECKPOINT_FILE));
  }

  /**
   * Reads the keys of {@code folder}.
   *
   * @throws Refusal CONFIG_INVALID if one is missing, malformed, or readable by others
   */
  public static FileKeys open(Path folder) {
    return new FileKeys(
        KeyFile.read(folder.resolve(CHECKPOINT_FILE), KeyFile.ED25519, Code.CONFIG_INVALID),
        KeyFile.read(folder.resolve(EPOCH_FILE), KeyFile.HMAC, Code.CONFIG_INVALID),
        KeyFile.read(folder.resolve(TOKEN_FILE), KeyFile.HMAC, Code.CONFIG_INVALID));
  }

  @Override
  public VerificationKey checkpointKey() {
    return checkpointKey;
  }

  @Override
  public byte[] signCheckpoint(byte[] text) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, checkpoint);
    signer.update(text, 0, text.length);
    return signer.generateSignature();
  }

  @Override
  public RecordTagger recordTagger() {
    HmacSha256 mac = new HmacSha256(epoch);
    return new RecordTagger() {
      @Override
      public String keyId() {
        return epochId;
      }

      @Override
      public byte[] tagRecord(byte[] body) {
        return mac.over(body);
      }

      @Override
      public void tagRecord(byte[] bytes, int from, int length, byte[] into) {
        mac.over(bytes, from, length, into);
      }
    };
  }

  @Override
  public String macToken(byte[] binding) {
    synchronized (token) {
      return HexFormat.of().formatHex(token.over(binding));
    }
  }

  @Override
  public boolean verifyToken(byte[] binding, String mac) {
    return MessageDigest.isEqual(
        macToken(binding).getBytes(StandardCharsets.US_ASCII),
        mac.getBytes(StandardCharsets.UTF_8));
  }
}
