package dev.glovebox.session;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run was told, frame by frame, with the SHA-256 of what its strategy said to each: enough
 * to tell it all again to another worker and to know whether it says the same. Kept in a file of
 * the host's own that has no name for long. Not thread-safe.
 */
final class Recording implements AutoCloseable {
  /** Bytes of one recording beyond which nothing more is recorded and nothing can be told again. */
  static final long BYTES_MAX = 256L * 1024 * 1024;

  private static final int BUFFER_BYTES = 8 * 1024;

  private final Optional<Path> file;
  private final long bytesMax;
  private final MessageDigest said = digest();
  private @Nullable FileChannel channel;
  private @Nullable DataOutputStream out;
  private @Nullable Asked pending;
  private boolean whole = true;
  private long answers;
  private long bytes;

  /**
   * A frame that was sent.
   *
   * @param wall granted for its answer
   */
  record Asked(ByteString frame, Duration wall) {}

  /** Looks at one exchange. */
  @FunctionalInterface
  interface Teller {
    void tell(Asked asked, byte[] saidSha256) throws EndedException;
  }

  private Recording(Optional<Path> file, long bytesMax) {
    this.file = file;
    this.bytesMax = bytesMax;
  }

  /** Records nothing. */
  static Recording none() {
    return new Recording(Optional.empty(), 0);
  }

  /** Records to {@code file}, which is made with the first exchange and gone with this process. */
  static Recording to(Path file, long bytesMax) {
    return new Recording(Optional.of(file), bytesMax);
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A frame is being sent. */
  void asked(byte[] frame, Duration wall) {
    if (file.isPresent()) {
      pending = new Asked(UnsafeByteOperations.unsafeWrap(frame), wall);
    }
  }

  /** A frame has come. */
  void heard(byte[] frame) {
    if (file.isPresent()) {
      said.update(frame);
    }
  }

  /** What was asked has its answer. */
  void answered() {
    Asked asked = pending;
    if (asked == null) {
      return;
    }
    pending = null;
    byte[] sha256 = said.digest();
    answers++;
    bytes += 2 * Integer.BYTES + asked.frame().size() + sha256.length;
    if (!whole || bytes > bytesMax) {
      stop();
      return;
    }
    try {
      DataOutputStream to = out();
      to.writeInt(asked.frame().size());
      to.writeInt((int) asked.wall().toMillis());
      asked.frame().writeTo(to);
      to.write(sha256);
    } catch (IOException _) {
      stop();
    }
  }

  /** What waits for its answer. */
  Optional<Asked> pending() {
    return Optional.ofNullable(pending);
  }

  /** Forgets what was heard of an answer that never came to its end. */
  void forgetUnanswered() {
    said.reset();
  }

  /** Whether all is here. */
  boolean whole() {
    return whole && file.isPresent();
  }

  /** Exchanges so far. */
  long answers() {
    return answers;
  }

  /**
   * Goes through all exchanges, oldest first.
   *
   * @return false if they cannot be read back
   */
  boolean tell(Teller teller) throws EndedException {
    try {
      if (answers == 0) {
        return true;
      }
      out().flush();
      FileChannel from = channel();
      long end = from.position();
      try {
        tell(from, teller);
      } finally {
        from.position(end);
      }
      return true;
    } catch (IOException _) {
      stop();
      return false;
    }
  }

  private void tell(FileChannel from, Teller teller) throws IOException, EndedException {
    from.position(0);
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(Channels.newInputStream(from), BUFFER_BYTES));
    for (long i = 0; i < answers; i++) {
      byte[] frame = new byte[in.readInt()];
      Duration wall = Duration.ofMillis(in.readInt());
      in.readFully(frame);
      byte[] sha256 = new byte[said.getDigestLength()];
      in.readFully(sha256);
      teller.tell(new Asked(UnsafeByteOperations.unsafeWrap(frame), wall), sha256);
    }
  }

  private DataOutputStream out() throws IOException {
    DataOutputStream open = out;
    if (open == null) {
      open =
          new DataOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(channel()), BUFFER_BYTES));
      out = open;
    }
    return open;
  }

  private FileChannel channel() throws IOException {
    FileChannel open = channel;
    if (open == null) {
      open =
          FileChannel.open(
              file.orElseThrow(),
              Set.of(
                  StandardOpenOption.CREATE_NEW,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.DELETE_ON_CLOSE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      channel = open;
    }
    return open;
  }

  private void stop() {
    whole = false;
    close();
  }

  /** Removes what was recorded. Never throws. */
  @Override
  public void close() {
    FileChannel open = channel;
    channel = null;
    out = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException _) {
        // The folder is private and swept with the host's other files.
      }
    }
  }
}
