package dev.glovebox.jail.image;

import dev.glovebox.jail.image.FileMark.Kind;
import dev.glovebox.jail.image.ImageListing.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * One file, or a folder with all that is in it, as it was read once; tells whether it still is that
 * by looking at every file and reading those alone that were touched. Thread-safe.
 */
final class FileTree {
  private final LongSupplier nowMillis;
  private final TreeMap<String, Entry> entries = new TreeMap<>();

  private FileTree(LongSupplier nowMillis) {
    this.nowMillis = nowMillis;
  }

  /**
   * What one name stands for.
   *
   * @param settled whether an equal mark proves equal content
   * @param content hash of the bytes, hash of the text of a link, or the names in a folder
   */
  private record Entry(Path path, FileMark mark, boolean settled, String content) {}

  /**
   * Reads {@code root}.
   *
   * @param known lines, by path below the root, that need not be read again where the file system
   *     says the same
   * @throws IOException if something cannot be read, is neither file, folder nor link, or has a
   *     name that no line can hold
   */
  static FileTree scan(Path root, LongSupplier nowMillis, Function<String, Optional<Line>> known)
      throws IOException {
    FileTree tree = new FileTree(nowMillis);
    tree.take("", root, known);
    return tree;
  }

  private void take(String name, Path path, Function<String, Optional<Line>> known)
      throws IOException {
    FileMark mark = FileMark.of(path);
    if (name.isEmpty() && mark.kind() == Kind.LINK) {
      throw new IOException(path + " is a symbolic link");
    }
    Optional<Line> line = known.apply(name);
    String content =
        line.isPresent() && line.get().mark().equals(mark.written())
            ? line.get().sha256()
            : content(path, mark.kind());
    entries.put(name, new Entry(path, mark, mark.isSettled(nowMillis.getAsLong()), content));
    if (mark.kind() == Kind.FOLDER) {
      for (String child : names(content)) {
        if (child.chars().anyMatch(Character::isISOControl)) {
          throw new IOException(path + " holds a file whose name has a control character");
        }
        take(name.isEmpty() ? child : name + "/" + child, path.resolve(child), known);
      }
    }
  }

  private static String content(Path path, Kind kind) throws IOException {
    return switch (kind) {
      case FILE -> Digests.hex(path);
      // Not what it leads to: inside, that is part of the image itself, and outside of a system's
      // JDK.
      case LINK ->
          Digests.hex(Files.readSymbolicLink(path).toString().getBytes(StandardCharsets.UTF_8));
      case FOLDER -> {
        try (Stream<Path> children = Files.list(path)) {
          yield String.join(
              "\n", children.map(child -> String.valueOf(child.getFileName())).sorted().toList());
        }
      }
    };
  }

  private static List<String> names(String content) {
    return content.isEmpty() ? List.of() : content.lines().toList();
  }

  /**
   * Files and links by path below the root; the root itself, if it is a file, by the empty path.
   */
  synchronized SortedMap<String, Line> lines() {
    TreeMap<String, Line> lines = new TreeMap<>();
    entries.forEach((name, entry) -> {
      if (entry.mark().kind() != Kind.FOLDER) {
        lines.put(name, new Line(entry.mark().written(), entry.content()));
      }
    });
    return lines;
  }

  /** A path below the root, and what is different about it. */
  record Difference(String path, String what) {}

  /** The first difference; empty if all is as it was read. */
  synchronized Optional<Difference> difference() {
    long now = nowMillis.getAsLong();
    for (Map.Entry<String, Entry> each : entries.entrySet()) {
      Entry entry = each.getValue();
      try {
        FileMark mark = FileMark.of(entry.path());
        if (entry.settled() && mark.equals(entry.mark())) {
          continue;
        }
        Optional<Difference> found = difference(each.getKey(), entry, mark);
        if (found.isPresent()) {
          return found;
        }
        each.setValue(new Entry(entry.path(), mark, mark.isSettled(now), entry.content()));
      } catch (NoSuchFileException e) {
        return Optional.of(new Difference(each.getKey(), "is gone"));
      } catch (IOException e) {
        return Optional.of(new Difference(each.getKey(), "cannot be read"));
      }
    }
    return Optional.empty();
  }

  private Optional<Difference> difference(String name, Entry entry, FileMark mark)
      throws IOException {
    if (mark.kind() != entry.mark().kind()) {
      String now =
          switch (mark.kind()) {
            case FILE -> "is now a file";
            case LINK -> "is now a symbolic link";
            case FOLDER -> "is now a folder";
          };
      return Optional.of(new Difference(name, now));
    }
    String content = content(entry.path(), mark.kind());
    if (content.equals(entry.content())) {
      return Optional.empty();
    }
    return switch (mark.kind()) {
      case FILE -> Optional.of(new Difference(name, "has other bytes"));
      case LINK -> Optional.of(new Difference(name, "leads elsewhere"));
      case FOLDER -> Optional.of(ofFolder(name, names(entry.content()), names(content)));
    };
  }

  private static Difference ofFolder(String name, List<String> before, List<String> now) {
    String start = name.isEmpty() ? "" : name + "/";
    return before.stream()
        .filter(child -> !now.contains(child))
        .findFirst()
        .map(child -> new Difference(start + child, "is gone"))
        .orElseGet(() ->
            new Difference(
                start
                    + now.stream().filter(child -> !before.contains(child)).findFirst().orElse(""),
                "was added"));
  }
}
