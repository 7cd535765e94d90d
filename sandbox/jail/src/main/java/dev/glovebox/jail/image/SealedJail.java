package dev.glovebox.jail.image;

import dev.glovebox.jail.ImageIdentity;
import dev.glovebox.jail.Jail;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.Tier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * A jail that starts nothing from an image whose files are not what they were when it was made, or,
 * of an image that nobody sealed, when its first process was started here. Thread-safe.
 *
 * <p>Every file is looked at before every start, and read where the file system says that it was
 * touched. What is changed between that look and the start is found before the next one.
 */
public final class SealedJail implements Jail {
  /** The measure that this adds to those of the jail. */
  public static final String MEASURE = "verified-image";

  private final Jail jail;
  private final Settings settings;
  private final List<String> measures;
  private final Map<Path, FileTree> trees = new ConcurrentHashMap<>();
  private final Map<ProcessImage, Seal> seals = new ConcurrentHashMap<>();
  private volatile Consumer<ImageChange> listener = _ -> {};

  /**
   * What a jail is sealed by.
   *
   * @param runtime home of the runtime that processes use whose image names none
   * @param made the listing that was written down when an image was made, if one was
   * @param trusting whether files are taken for what that listing says where the file system says
   *     that nobody touched them since; else every byte is read before the first start
   * @param nowMillis the machine's clock
   * @param launcher what stands in front of processes, if something of ours does: looked at as
   *     well, but no part of their identity, which is the same in every tier
   */
  public record Settings(
      Path runtime,
      Function<ProcessImage, Optional<ImageListing>> made,
      boolean trusting,
      LongSupplier nowMillis,
      Optional<ProcessImage> launcher) {}

  /** Starts in {@code jail}, which is closed with this one. */
  public SealedJail(Jail jail, Settings settings) {
    this.jail = jail;
    this.settings = settings;
    List<String> all = new ArrayList<>(jail.isolationMeasures());
    all.add(MEASURE);
    this.measures = List.copyOf(all);
  }

  /** What is known of one image. */
  private final class Seal {
    private final String name;
    private final Map<String, FileTree> parts = new TreeMap<>();
    private final ImageIdentity identity;
    private final Optional<ImageChange> sinceMade;

    Seal(ProcessImage image) throws IOException {
      this.name = image.name();
      Optional<ImageListing> made = settings.made().apply(image);
      TreeMap<String, ImageListing.Line> lines = new TreeMap<>();
      for (Map.Entry<String, Path> part :
          ImageParts.of(image, settings.runtime()).places().entrySet()) {
        FileTree tree = tree(part.getKey(), part.getValue(), made);
        parts.put(part.getKey(), tree);
        tree.lines()
            .forEach((path, line) -> lines.put(ImageListing.joined(part.getKey(), path), line));
      }
      ImageListing found = new ImageListing(lines);
      this.identity = found.identity();
      this.sinceMade = made.flatMap(expected -> expected.difference(name, found));
    }

    private FileTree tree(String part, Path root, Optional<ImageListing> made) throws IOException {
      FileTree known = trees.get(root);
      if (known != null) {
        return known;
      }
      FileTree scanned =
          FileTree.scan(
              root,
              settings.nowMillis(),
              path ->
                  settings.trusting()
                      ? made.map(ImageListing::lines)
                          .map(lines -> lines.get(ImageListing.joined(part, path)))
                      : Optional.empty());
      FileTree earlier = trees.putIfAbsent(root, scanned);
      return earlier == null ? scanned : earlier;
    }

    Optional<ImageChange> change() {
      if (sinceMade.isPresent()) {
        return sinceMade;
      }
      for (Map.Entry<String, FileTree> part : parts.entrySet()) {
        Optional<FileTree.Difference> found = part.getValue().difference();
        if (found.isPresent()) {
          return found.map(difference ->
              new ImageChange(
                  name, ImageListing.joined(part.getKey(), difference.path()), difference.what()));
        }
      }
      return Optional.empty();
    }
  }

  /** Tells {@code told} of every start that is refused. */
  public void onChange(Consumer<ImageChange> told) {
    this.listener = told;
  }

  @Override
  public Tier tier() {
    return jail.tier();
  }

  @Override
  public List<String> isolationMeasures() {
    return measures;
  }

  @Override
  public Optional<ImageIdentity> identity(ProcessImage image) {
    return Optional.ofNullable(seals.get(image)).map(seal -> seal.identity);
  }

  /**
   * {@inheritDoc}
   *
   * @throws ImageChangedException if the image is not what it was; nothing was started
   */
  @Override
  public JailedProcess start(ProcessImage image, ProcessLimits limits, Optional<Path> socket)
      throws IOException {
    Optional<ImageChange> change = seal(image).change();
    if (change.isEmpty() && settings.launcher().isPresent()) {
      change = seal(settings.launcher().get()).change();
    }
    if (change.isPresent()) {
      listener.accept(change.get());
      throw new ImageChangedException(change.get());
    }
    return jail.start(image, limits, socket);
  }

  private Seal seal(ProcessImage image) throws IOException {
    Seal known = seals.get(image);
    if (known != null) {
      return known;
    }
    Seal made = new Seal(image);
    Seal earlier = seals.putIfAbsent(image, made);
    return earlier == null ? made : earlier;
  }

  @Override
  public void close() {
    jail.close();
  }
}
