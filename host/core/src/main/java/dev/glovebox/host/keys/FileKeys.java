package dev.glovebox.host.keys;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern LINE = Pattern.compile("([a-z0-9-]+) (\\S+) ([A-Za-z0-9+/]{43}=)\n");
  private static final Set<PosixFilePermission> FILE_MODE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER_MODE =
      PosixFilePermissions.fromString("rwx------");
  private static final int LINE_BYTES_MAX = 1024;

  private final Ed25519PrivateKeyParameters checkpoint;
  private final VerificationKey checkpointKey;
  private final String epochId;
  private final byte[] epoch;
  private final HmacSha256 token;

  private FileKeys(Line checkpoint, Line epoch, Line token) {
    this.checkpoint = new Ed25519PrivateKeyParameters(checkpoint.secret());
    this.checkpointKey =
        VerificationKey.of(checkpoint.name(), this.checkpoint.generatePublicKey().getEncoded());
    this.epochId = epoch.name();
    this.epoch = epoch.secret();
    this.token = new HmacSha256(token.secret());
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Line(String algorithm, String name, byte[] secret) {}

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
      write(folder.resolve(CHECKPOINT_FILE), "ed25519", name, random);
      String epochId = "e1-" + HexFormat.of().formatHex(id);
      write(folder.resolve(EPOCH_FILE), "hmac-sha256", epochId, random);
      write(folder.resolve(TOKEN_FILE), "hmac-sha256", "token", random);
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
        read(folder.resolve(CHECKPOINT_FILE), "ed25519"),
        read(folder.resolve(EPOCH_FILE), "hmac-sha256"),
        read(folder.resolve(TOKEN_FILE), "hmac-sha256"));
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

  private static void write(Path file, String algorithm, String name, SecureRandom random)
      throws IOException {
    byte[] secret = new byte[HmacSha256.LENGTH_BYTES];
    random.nextBytes(secret);
    String line = algorithm + ' ' + name + ' ' + Base64.getEncoder().encodeToString(secret) + '\n';
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(FILE_MODE))) {
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static Line read(Path file, String algorithm) {
    try {
      if (!Files.getPosixFilePermissions(file).equals(FILE_MODE)) {
        throw new Refusal(Code.CONFIG_INVALID, "key file " + file.getFileName() + " is not 0600");
      }
      if (Files.size(file) > LINE_BYTES_MAX) {
        throw new Refusal(Code.CONFIG_INVALID, "key file " + file.getFileName() + " is too long");
      }
      Matcher form = LINE.matcher(Files.readString(file));
      if (!form.matches() || !form.group(1).equals(algorithm)) {
        throw new Refusal(Code.CONFIG_INVALID, "key file " + file.getFileName() + " is malformed");
      }
      return new Line(form.group(1), form.group(2), Base64.getDecoder().decode(form.group(3)));
    } catch (IOException e) {
      throw new Refusal(Code.CONFIG_INVALID, "key file " + file.getFileName() + " is unreadable");
    }
  }
}
