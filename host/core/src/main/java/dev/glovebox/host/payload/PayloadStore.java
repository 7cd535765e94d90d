package dev.glovebox.host.payload;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * Payloads in a folder: {@code <root>/<team>/<first two of hash>/<hash>}, mode 0444. Thread-safe.
 *
 * <p>Every put is temp file, fsync, 0444, rename without replacing, fsync of the folder; every read
 * checks the hash.
 */
public final class PayloadStore {
  /** Largest payload that is read into memory, in bytes. */
  public static final int READ_BYTES_MAX = 64 * 1024 * 1024;

  private static final int CHUNK_BYTES = 256 * 1024;
  private static final String TEMPORARY_FOLDER = "tmp";

  private final Path root;
  private final LowWater lowWater;

  /** Uses {@code root}, created on demand. */
  public PayloadStore(Path root) {
    this(root, LowWater.none());
  }

  /**
   * Uses {@code root}, created on demand.
   *
   * @param lowWater of the file systems that the host writes to
   */
  public PayloadStore(Path root, LowWater lowWater) {
    this.root = root;
    this.lowWater = lowWater;
  }

  /** How much may still be written; whoever writes without a bound of its own asks. */
  public LowWater lowWater() {
    return lowWater;
  }

  /** Returns what protects the payloads after they were written. */
  public WormLevel wormLevel() {
    return WormLevel.EVIDENT;
  }

  /**
   * Keeps {@code bytes}; the same bytes twice are one payload.
   *
   * @throws Refusal STORAGE_FAILED if they may not be durable
   */
  public Payload put(TeamId team, byte[] bytes) {
    try (PayloadSink sink = sink(team)) {
      sink.write(bytes);
      return sink.commit();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Opens a stream of unknown length.
   *
   * @throws Refusal STORAGE_FAILED if no temporary file can be made
   */
  public PayloadSink sink(TeamId team) {
    try {
      Path folder = root.resolve(team.value()).resolve(TEMPORARY_FOLDER);
      DurableFiles.createFolder(folder);
      return new PayloadSink(this, team, folder.resolve(UUID.randomUUID().toString()));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Opens a stream of unknown length into {@code file}, which is new and on the payloads' file
   * system.
   *
   * @throws Refusal STORAGE_FAILED if it cannot be made
   */
  public PayloadSink sink(TeamId team, Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        DurableFiles.createFolder(folder);
      }
      return new PayloadSink(this, team, file);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Returns where the payload lies, whether or not it exists. */
  public Path path(TeamId team, Sha256 hash) {
    return root.resolve(team.value()).resolve(hash.hex().substring(0, 2)).resolve(hash.hex());
  }

  /** Returns whether the payload is there. */
  public boolean has(TeamId team, Sha256 hash) {
    return Files.isRegularFile(path(team, hash));
  }

  /**
   * Reads a payload and checks its hash.
   *
   * @throws Refusal AUDIT_PAYLOAD_MISSING, AUDIT_PAYLOAD_MISMATCH, or STORAGE_FAILED
   */
  public byte[] read(TeamId team, Sha256 hash) {
    Path file = path(team, hash);
    try {
      if (Files.size(file) > READ_BYTES_MAX) {
        throw new Refusal(Code.STORAGE_FAILED, "payload is too large to be read at once");
      }
      byte[] bytes = Files.readAllBytes(file);
      if (!Sha256.of(bytes).equals(hash)) {
        throw mismatch(hash);
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new Refusal(Code.AUDIT_PAYLOAD_MISSING, "payload " + hash + " is not there");
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Checks a payload's hash and returns its file, for payloads of any size.
   *
   * @throws Refusal AUDIT_PAYLOAD_MISSING, AUDIT_PAYLOAD_MISMATCH, or STORAGE_FAILED
   */
  public Path checked(TeamId team, Sha256 hash) {
    Path file = path(team, hash);
    try {
      if (!hash(file).equals(hash)) {
        throw mismatch(hash);
      }
      return file;
    } catch (NoSuchFileException e) {
      throw new Refusal(Code.AUDIT_PAYLOAD_MISSING, "payload " + hash + " is not there");
    } catch (IOException e) {
      throw failed(e);
    }
  }

  Payload keep(TeamId team, Path file, Sha256 hash, long bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    DurableFiles.seal(file);
    Path target = path(team, hash);
    Path folder = root.resolve(team.value()).resolve(hash.hex().substring(0, 2));
    DurableFiles.createFolder(folder);
    try {
      // A link fails when the name exists; a rename would replace without a word.
      Files.createLink(target, file);
    } catch (FileAlreadyExistsException e) {
      if (!hash(target).equals(hash)) {
        throw mismatch(hash);
      }
    }
    Files.delete(file);
    DurableFiles.forceFolder(folder);
    return new Payload(team, hash, bytes);
  }

  private static Sha256 hash(Path file) throws IOException {
    MessageDigest digest = Sha256.newDigest();
    byte[] chunk = new byte[CHUNK_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        digest.update(ByteBuffer.wrap(chunk, 0, count));
      }
    }
    return Sha256.ofDigest(digest.digest());
  }

  private static Refusal mismatch(Sha256 hash) {
    return new Refusal(Code.AUDIT_PAYLOAD_MISMATCH, "payload " + hash + " has other bytes");
  }

  static Refusal failed(IOException e) {
    return new Refusal(Code.STORAGE_FAILED, "payload: " + e.getClass().getSimpleName());
  }
}
