package dev.glovebox.worker.python;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.graalvm.polyglot.io.FileSystem;

/**
 * What a guest may see of files: those of the engine's own library, to read; no other is there.
 *
 * <p>Times, owners and numbers of files are the same on every machine, for they would tell when and
 * where it runs, and the time of a file's last use is a clock. Folders are listed in order.
 */
final class LibraryFiles implements FileSystem {
  private static final FileTime EPOCH = FileTime.fromMillis(0);
  private static final Map<String, Object> FIXED =
      Map.of("ino", 1L, "dev", 1L, "nlink", 1, "uid", 65_534, "gid", 65_534, "ctime", EPOCH);

  private final FileSystem files =
      FileSystem.newReadOnlyFileSystem(
          FileSystem.allowInternalResourceAccess(FileSystem.newDenyIOFileSystem()));

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    Map<String, Object> read = new TreeMap<>(files.readAttributes(path, attributes, options));
    read.replaceAll(LibraryFiles::pinned);
    return read;
  }

  private static Object pinned(String name, Object value) {
    if (value instanceof FileTime) {
      return EPOCH;
    }
    return FIXED.getOrDefault(name, value);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    try (DirectoryStream<Path> entries = files.newDirectoryStream(folder, filter)) {
      List<Path> sorted = StreamSupport.stream(entries.spliterator(), false).sorted().toList();
      return new DirectoryStream<>() {
        @Override
        public Iterator<Path> iterator() {
          return sorted.iterator();
        }

        @Override
        public void close() {
          // Everything was read.
        }
      };
    }
  }

  @Override
  public Path parsePath(URI uri) {
    return files.parsePath(uri);
  }

  @Override
  public Path parsePath(String path) {
    return files.parsePath(path);
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
      throws IOException {
    files.checkAccess(path, modes, options);
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    files.createDirectory(folder, attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    files.delete(path);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return files.newByteChannel(path, options, attributes);
  }

  @Override
  public Path toAbsolutePath(Path path) {
    return files.toAbsolutePath(path);
  }

  @Override
  public Path toRealPath(Path path, LinkOption... options) throws IOException {
    return files.toRealPath(path, options);
  }
}
