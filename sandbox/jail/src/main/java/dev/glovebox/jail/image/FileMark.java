package dev.glovebox.jail.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What the file system says of a file without its bytes.
 *
 * <p>Whoever may write a file may set its length and its time of modification back, but not the
 * time of its last change of any kind: that takes root, or the machine's clock.
 *
 * @param inode number of the file; 0 where there is none
 * @param modifiedNanos since the epoch
 * @param changedNanos since the epoch; of any change, also of name, rights or times
 */
record FileMark(
    Kind kind, long device, long inode, long bytes, long modifiedNanos, long changedNanos) {

  /** What a name stands for. */
  enum Kind {
    FILE,
    LINK,
    FOLDER
  }

  /**
   * For so long after a change another one may bear the same time: file systems count in ticks of
   * up to two seconds.
   */
  static final long SETTLED_MILLIS = 2_000;

  private static final String UNIX = "unix";
  private static final String ATTRIBUTES = "unix:mode,dev,ino,size,lastModifiedTime,ctime";
  private static final int TYPE_MASK = 0xF000;
  private static final int TYPE_FILE = 0x8000;
  private static final int TYPE_LINK = 0xA000;
  private static final int TYPE_FOLDER = 0x4000;

  /**
   * Looks at {@code path} itself, not at what a link leads to.
   *
   * @throws IOException if it is not there, or neither file, folder nor link
   */
  static FileMark of(Path path) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains(UNIX)) {
      return plain(path);
    }
    Map<String, Object> found = Files.readAttributes(path, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    Kind kind =
        switch ((Integer) value(found, "mode") & TYPE_MASK) {
          case TYPE_FILE -> Kind.FILE;
          case TYPE_LINK -> Kind.LINK;
          case TYPE_FOLDER -> Kind.FOLDER;
          default -> throw new IOException(path + " is no file");
        };
    return new FileMark(
        kind,
        (Long) value(found, "dev"),
        (Long) value(found, "ino"),
        // That of a folder says nothing, and differs between file systems.
        kind == Kind.FOLDER ? 0 : (Long) value(found, "size"),
        nanos((FileTime) value(found, "lastModifiedTime")),
        nanos((FileTime) value(found, "ctime")));
  }

  private static Object value(Map<String, Object> found, String name) {
    return Objects.requireNonNull(found.get(name));
  }

  private static FileMark plain(Path path) throws IOException {
    BasicFileAttributes found =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Kind kind = found.isDirectory() ? Kind.FOLDER : found.isSymbolicLink() ? Kind.LINK : Kind.FILE;
    long modified = nanos(found.lastModifiedTime());
    return new FileMark(kind, 0, 0, kind == Kind.FOLDER ? 0 : found.size(), modified, modified);
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }

  /** Whether a later change would bear another time than this one does. */
  boolean isSettled(long nowMillis) {
    return TimeUnit.NANOSECONDS.toMillis(changedNanos) + SETTLED_MILLIS <= nowMillis;
  }

  /** The same as it is written down: devices are numbered anew at each start of a machine. */
  FileMark written() {
    return new FileMark(kind, 0, inode, bytes, modifiedNanos, changedNanos);
  }
}
