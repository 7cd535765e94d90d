package dev.glovebox.image;

import dev.glovebox.jail.JavaCommand;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.image.ImageListing;
import dev.glovebox.jail.image.ImageParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      return Files.isExecutable(JavaCommand.in(place)) ? Optional.of(place) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Home of the runtime for child processes: the minimal one, else the JDK. */
  public Path home() {
    return runtime().orElse(jdk);
  }

  /** Its {@code java} executable. */
  public Path java() {
    return JavaCommand.in(home());
  }

  /** Home of the runtime that {@code image} starts from. */
  private Path homeOf(ProcessImage image) {
    return image.runtime().orElseGet(this::home);
  }

  /** Whether {@code image} starts from a runtime that was made here, and not from the JDK. */
  boolean isOnOurs(ProcessImage image) {
    return !homeOf(image).equals(jdk);
  }

  Path runtimePlace() throws IOException {
    return folder.resolve(
        kind.word()
            + "-"
            + Fingerprint.ofRuntime(jdk, String.join(",", RuntimeModules.names(kind))));
  }

  Path cachePlace(ProcessImage plain) throws IOException {
    return folder.resolve(
        plain.name() + "-" + Fingerprint.ofCache(plain, homeOf(plain), tier) + ".aot");
  }

  /** The parts of {@code image} on the runtime that is there. */
  public ImageParts parts(ProcessImage image) {
    return ImageParts.of(image, home());
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
        plain.with("-XX:AOTCache=" + cache), Optional.of(seal.get().sha256()), Optional.empty());
  }
}
