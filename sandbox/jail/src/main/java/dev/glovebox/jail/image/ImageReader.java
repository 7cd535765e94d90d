package dev.glovebox.jail.image;

import dev.glovebox.jail.image.ImageListing.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Lists images that have parts in common, each part read once. Not thread-safe; to be thrown away
 * with the moment: it does not see what changes after it read.
 */
public final class ImageReader {
  private final LongSupplier nowMillis;
  private final Map<Path, SortedMap<String, Line>> settled = new HashMap<>();

  /**
   * Reads nothing yet.
   *
   * @param nowMillis the machine's clock
   */
  public ImageReader(LongSupplier nowMillis) {
    this.nowMillis = nowMillis;
  }

  /**
   * Reads {@code parts}, as {@link ImageListing#read} does, but for parts that it has read.
   *
   * @throws IOException if something cannot be read
   */
  public ImageListing read(ImageParts parts, ImageListing known) throws IOException {
    TreeMap<String, Line> lines = new TreeMap<>();
    for (Map.Entry<String, Path> part : parts.places().entrySet()) {
      part(part.getKey(), part.getValue(), known)
          .forEach((path, line) -> lines.put(ImageListing.joined(part.getKey(), path), line));
    }
    return new ImageListing(lines);
  }

  private SortedMap<String, Line> part(String name, Path root, ImageListing known)
      throws IOException {
    SortedMap<String, Line> earlier = settled.get(root);
    if (earlier != null) {
      return earlier;
    }
    long begun = nowMillis.getAsLong();
    SortedMap<String, Line> lines =
        FileTree.scan(
                root,
                nowMillis,
                path -> Optional.ofNullable(known.lines().get(ImageListing.joined(name, path))))
            .lines();
    // What was touched a moment ago may be touched again without a trace: it is read again.
    if (lines.values().stream().allMatch(line -> line.mark().isSettled(begun))) {
      settled.put(root, lines);
    }
    return lines;
  }
}
