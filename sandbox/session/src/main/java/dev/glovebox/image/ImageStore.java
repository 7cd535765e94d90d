package dev.glovebox.image;

import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.image.ImageListing;
import dev.glovebox.jail.image.ImageParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folder of runtimes and caches. Finds what fits and is whole; makes nothing.
 *
 * <p>Every name in it holds a {@link Fingerprint}, every file came by rename and is read-only, so
 * that a reader sees a whole one or none. Thread-safe.
 */
public final class ImageStore {
  /** Ends the names of listings. */
  static final String LISTING = ".listing";

  private final Path folder;
  private final Path jdk;
  private final Tier tier;
  private final RuntimeKind kind;

  /**
   * Looks into {@code folder}, which need not exist, for what fits tier {@code process}.
   *
   * @param jdk home of the JDK that runtimes are linked from
   */
  public ImageStore(Path folder, Path jdk) {
    this(folder, jdk, Tier.PROCESS, RuntimeKind.PLAIN);
  }

  private ImageStore(Path folder, Path jdk, Tier tier, RuntimeKind kind) {
    this.folder = folder.toAbsolutePath();
    this.jdk = jdk.toAbsolutePath();
    this.tier = tier;
    this.kind = kind;
  }

  /** The same folder for {@code other}: paths differ inside of it, and caches with them. */
  public ImageStore of(Tier other) {
    return new ImageStore(folder, jdk, other, kind);
  }

  /** The same folder for the runtime that has a compiler, which prepares Java. */
  public ImageStore compiling() {
    return new ImageStore(folder, jdk, tier, RuntimeKind.COMPILING);
  }

  RuntimeKind kind() {
    return kind;
  }

  /** The tier whose caches are found. */
  public Tier tier() {
    return tier;
  }

  /**
   * An image as it will be started.
   *
   * @param image with its cache, if that is in force
   * @param sha256 hash of the cache in force
   * @param missing why there is no cache in force; exactly one of the two is present
   */
  public record Found(ProcessImage image, Optional<String> sha256, Optional<String> missing) {}

  Path folder() {
    return folder;
  }

  Path jdk() {
    return jdk;
  }

  /** The minimal runtime; empty if it was not made for this JDK. */
  public Optional<Path> runtime() {
    try {
      Path place = runtimePlace();
      return Files.isExecutable(javaOf(place)) ? Optional.of(place) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The {@code java} executable for child processes: the minimal runtime's, else the JDK's. */
  public Path java() {
    return javaOf(runtime().orElse(jdk));
  }

  private static Path javaOf(Path home) {
    return home.resolve("bin").resolve("java");
  }

  Path runtimePlace() throws IOException {
    return folder.resolve(
        kind.word()
            + "-"
            + Fingerprint.ofRuntime(jdk, String.join(",", RuntimeModules.names(kind))));
  }

  Path cachePlace(ProcessImage plain) throws IOException {
    return folder.resolve(
        plain.name() + "-" + Fingerprint.ofCache(plain, runtime().orElse(jdk), tier) + ".aot");
  }

  /** The parts of {@code image} on the runtime that is there. */
  public ImageParts parts(ProcessImage image) {
    return ImageParts.of(image, runtime().orElse(jdk));
  }

  Path listingPlace(ProcessImage image) {
    return folder.resolve(image.name() + "-" + Fingerprint.ofPlaces(parts(image), tier) + LISTING);
  }

  /**
   * What the files of {@code image} were when it was made; empty if that was not written down. It
   * does not matter what they are now.
   */
  public Optional<ImageListing> listing(ProcessImage image) {
    try {
      return ImageListing.parse(Files.readString(listingPlace(image)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static Path sealPlace(Path cache) {
    return cache.resolveSibling(cache.getFileName() + ".seal");
  }

  /** Whether there is a file for the cache of {@code plain}; {@link #find} tells if it is whole. */
  public boolean has(ProcessImage plain) {
    try {
      return Files.isRegularFile(cachePlace(plain));
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns {@code plain} with its cache in force, or as it is with the reason. */
  public Found find(ProcessImage plain) {
    Path cache;
    try {
      cache = cachePlace(plain);
    } catch (IOException e) {
      return new Found(plain, Optional.empty(), Optional.of("the image cannot be read"));
    }
    if (!Files.isRegularFile(cache)) {
      return new Found(plain, Optional.empty(), Optional.of("not made"));
    }
    Optional<CacheSeal> seal = CacheSeal.read(sealPlace(cache));
    if (seal.isEmpty() || !seal.get().fits(cache)) {
      return new Found(plain, Optional.empty(), Optional.of("damaged: " + cache));
    }
    return new Found(
        with(plain, "-XX:AOTCache=" + cache), Optional.of(seal.get().sha256()), Optional.empty());
  }

  static ProcessImage with(ProcessImage image, String... flags) {
    List<String> all = new ArrayList<>(image.jvmFlags());
    all.addAll(List.of(flags));
    return new ProcessImage(image.name(), image.classPath(), image.mainClass(), all);
  }
}
