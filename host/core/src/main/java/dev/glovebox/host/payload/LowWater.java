package dev.glovebox.host.payload;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How little disk space a host may have left. Thread-safe.
 *
 * <p>Below the first mark it takes on nothing new; below the second, runs that go on end by
 * themselves, while their files and the log's last records still fit. For these a reserve of real
 * bytes is given back at that moment, so that it is there even if somebody else took all the rest.
 * Space that cannot be asked for counts as none.
 */
public final class LowWater {
  private static final int CHUNK_BYTES = 1024 * 1024;

  /** How often a stream that is watched looks, in bytes. */
  static final int WATCH_BYTES = 4 * 1024 * 1024;

  private final Marks marks;
  private final FreeSpace space;
  private final Optional<Path> reserve;

  private LowWater(Marks marks, FreeSpace space, Optional<Path> reserve) {
    this.marks = marks;
    this.space = space;
    this.reserve = reserve;
  }

  /**
   * The marks.
   *
   * @param newWorkBytesMin free bytes below which nothing new is taken on
   * @param runningBytesMin free bytes below which runs end; at most the other
   * @param reserveBytes kept back for the records of their end
   */
  public record Marks(long newWorkBytesMin, long runningBytesMin, int reserveBytes) {
    /** 256 MiB, 96 MiB (a segment of the log and half of one) and 16 MiB. */
    public static final Marks STANDARD =
        new Marks(256L * 1024 * 1024, 96L * 1024 * 1024, 16 * 1024 * 1024);

    /** No mark is ever reached. */
    public static final Marks NONE = new Marks(0, 0, 0);

    /** Checks that runs end later than new work is refused. */
    public Marks {
      if (runningBytesMin < 0 || reserveBytes < 0 || newWorkBytesMin < runningBytesMin) {
        throw new IllegalArgumentException("new work must be refused before runs end");
      }
    }
  }

  /** Tells how many bytes are left. */
  @FunctionalInterface
  public interface FreeSpace {
    /** Returns the bytes that this process may still write. */
    long bytes() throws IOException;

    /** The least of the file systems of {@code places}, which exist. */
    static FreeSpace of(List<Path> places) throws IOException {
      List<FileStore> stores = new ArrayList<>();
      for (Path place : places) {
        stores.add(Files.getFileStore(place));
      }
      return () -> {
        long least = Long.MAX_VALUE;
        for (FileStore store : stores) {
          least = Math.min(least, store.getUsableSpace());
        }
        return least;
      };
    }
  }

  /** Nothing is ever low. */
  public static LowWater none() {
    return new LowWater(Marks.NONE, () -> Long.MAX_VALUE, Optional.empty());
  }

  /** Watches {@code space}; keeps no reserve. */
  public static LowWater of(Marks marks, FreeSpace space) {
    return new LowWater(marks, space, Optional.empty());
  }

  /**
   * Watches the file systems of {@code places}, and keeps the reserve in {@code reserve}, unless
   * space is low already.
   *
   * @throws Refusal STORAGE_FAILED if they cannot be asked
   */
  public static LowWater watching(Marks marks, List<Path> places, Path reserve) {
    try {
      LowWater made = new LowWater(marks, FreeSpace.of(places), Optional.of(reserve));
      if (!made.isBelow(marks.newWorkBytesMin())) {
        made.fill(reserve);
      }
      return made;
    } catch (IOException e) {
      throw new Refusal(Code.STORAGE_FAILED, "the free disk space cannot be asked for");
    }
  }

  /**
   * Called before anything new is taken on.
   *
   * @throws Refusal STORAGE_LOW
   */
  public void requireRoom() {
    if (isBelow(marks.newWorkBytesMin())) {
      throw low("fewer than " + marks.newWorkBytesMin() + " bytes are free: nothing new is begun");
    }
  }

  /** Whether what goes on must end now; the first time this is so, the reserve is given back. */
  public boolean mustEnd() {
    if (!isBelow(marks.runningBytesMin())) {
      return false;
    }
    reserve.ifPresent(LowWater::giveBack);
    return true;
  }

  /** A stream to {@code target} that fails with STORAGE_LOW in time. */
  public OutputStream watched(OutputStream target) {
    return new Watched(target);
  }

  private boolean isBelow(long mark) {
    try {
      return mark > 0 && space.bytes() < mark;
    } catch (IOException e) {
      return true;
    }
  }

  private static Refusal low(String sentence) {
    return new Refusal(Code.STORAGE_LOW, sentence);
  }

  private static void giveBack(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Then there is that much less; the log says so itself, if it comes to that.
    }
  }

  private void fill(Path file) throws IOException {
    if (Files.exists(file) && Files.size(file) == marks.reserveBytes()) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (int left = marks.reserveBytes(); left > 0; left -= CHUNK_BYTES) {
        DurableFiles.writeFully(channel, ByteBuffer.allocate(Math.min(left, CHUNK_BYTES)));
      }
      channel.force(true);
    }
  }

  private final class Watched extends FilterOutputStream {
    private long unwatched;

    Watched(OutputStream target) {
      super(target);
    }

    @Override
    public void write(int value) throws IOException {
      watch(1);
      out.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      watch(length);
      out.write(bytes, offset, length);
    }

    private void watch(int bytes) {
      unwatched += bytes;
      if (unwatched >= WATCH_BYTES) {
        unwatched = 0;
        if (isBelow(marks.runningBytesMin())) {
          throw low("the disk is nearly full: the upload was given up");
        }
      }
    }
  }
}
