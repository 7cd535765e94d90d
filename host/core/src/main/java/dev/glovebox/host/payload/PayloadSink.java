package dev.glovebox.host.payload;

import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/**
 * One payload being written: nothing of it is visible before {@link #commit()}. Not thread-safe.
 *
 * <p>Closing without a commit drops the bytes.
 */
public final class PayloadSink extends OutputStream {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final PayloadStore store;
  private final TeamId team;
  private final Path temporary;
  private final MessageDigest digest = Sha256.newDigest();
  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int buffered;

  /** Bytes of the buffer that the digest has taken. */
  private int hashed;

  private long bytes;
  private boolean open = true;

  PayloadSink(PayloadStore store, TeamId team, Path temporary) throws IOException {
    this.store = store;
    this.team = team;
    this.temporary = temporary;
    this.out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    if (length > buffer.length - buffered) {
      spill();
    }
    if (length > buffer.length) {
      pass(source, offset, length);
      return;
    }
    System.arraycopy(source, offset, buffer, buffered, length);
    buffered += length;
  }

  @Override
  public void flush() throws IOException {
    spill();
    out.flush();
  }

  /**
   * Writes the SHA-256 of all bytes so far.
   *
   * @param into takes 32 bytes
   */
  public void hashSoFar(byte[] into) {
    hashBuffered();
    Sha256.soFar(digest, into);
  }

  private void hashBuffered() {
    digest.update(buffer, hashed, buffered - hashed);
    hashed = buffered;
  }

  private void spill() throws IOException {
    hashBuffered();
    out.write(buffer, 0, buffered);
    bytes += buffered;
    buffered = 0;
    hashed = 0;
  }

  private void pass(byte[] source, int offset, int length) throws IOException {
    digest.update(source, offset, length);
    out.write(source, offset, length);
    bytes += length;
  }

  /** Makes the bytes durable under their hash and closes the sink. */
  public Payload commit() throws IOException {
    if (!open) {
      throw new IOException("the payload is closed");
    }
    open = false;
    spill();
    out.close();
    return store.keep(team, temporary, Sha256.ofDigest(digest.digest()), bytes);
  }

  @Override
  public void close() throws IOException {
    if (open) {
      open = false;
      out.close();
      Files.deleteIfExists(temporary);
    }
  }
}
