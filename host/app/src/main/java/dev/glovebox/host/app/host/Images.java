package dev.glovebox.host.app.host;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.image.EngineFiles;
import dev.glovebox.image.ImageMaker;
import dev.glovebox.image.ImagePlan;
import dev.glovebox.image.ImageStore;
import dev.glovebox.jail.HeldFolder;
import dev.glovebox.jail.Jail;
import dev.glovebox.jail.JavaCommand;
import dev.glovebox.jail.Language;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.image.ImageChange;
import dev.glovebox.jail.image.ImageListing;
import dev.glovebox.jail.image.SealedJail;
import dev.glovebox.jail.landlock.LandlockLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The images of child processes, as the build laid them out below the checkout. */
public final class Images {
  private static final Logger LOG = LoggerFactory.getLogger(Images.class);

  private final Surroundings surroundings;
  private final ImageStore store;
  private final PlainImages plain;

  /**
   * Looks for images below the home of {@code surroundings}, for caches in its cache folder: those
   * of tier {@code process} until {@link #of} says otherwise.
   */
  public Images(Surroundings surroundings) {
    this(
        surroundings,
        new ImageStore(surroundings.cache().resolve("images"), surroundings.javaHome()));
  }

  private Images(Surroundings surroundings, ImageStore store) {
    this.surroundings = surroundings;
    this.store = store;
    this.plain = new PlainImages(surroundings, store);
  }

  /** The same images with the caches of {@code tier}. */
  public Images of(Tier tier) {
    return new Images(surroundings, store.of(tier));
  }

  /** The same images with the caches of the strongest tier that can be used here. */
  public Images ofStrongestTier() {
    try (HeldFolder scratch = Folders.held(surroundings.temporary(), HeldFolder.Kind.PROBE)) {
      return of(new Jails(surroundings, this).strongest(scratch.path()));
    }
  }

  /** One image and where it should be. */
  public record Place(String name, Path folder) {
    /** Returns whether something is there. */
    public boolean isThere() {
      return Files.isDirectory(folder);
    }
  }

  /** Returns every image that a host needs. */
  public List<Place> places() {
    return List.of(
        place("worker", "sandbox/worker"),
        place("prepare", "sandbox/prepare"),
        place("analyzer", "analyzers"),
        place("importer", "sandbox/importer"));
  }

  private Place place(String name, String module) {
    return new Place(name, plain.lib(module));
  }

  /**
   * Every file that a child's class path may name, nothing of an image that is not built, and of
   * the runtime that has a compiler what tells whether it can be read.
   */
  List<Path> shown() {
    Path home = store.compiling().home();
    return Stream.concat(jars(), Stream.of(JavaCommand.in(home), home.resolve("lib/modules")))
        .toList();
  }

  private Stream<Path> jars() {
    return places().stream()
        .filter(Place::isThere)
        .flatMap(place ->
            List.of(
                place.folder(),
                place.folder().resolveSibling("bulk"),
                place.folder().resolveSibling("compiler"))
                .stream())
        .filter(Files::isDirectory)
        .flatMap(folder -> list(folder).stream())
        .filter(file -> file.toString().endsWith(".jar"));
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The {@code java} executable for child processes: the minimal runtime's, if it was made. */
  public Path java() {
    return store.java();
  }

  /** The minimal runtime, if it was made. */
  public Optional<Path> runtime() {
    return store.runtime();
  }

  /** The minimal runtime that prepares Java, if it was made. */
  public Optional<Path> compilingRuntime() {
    return store.compiling().runtime();
  }

  /** The worker of profile gate for Python. */
  public ImageStore.Found worker() {
    return worker(WorkerKind.python(Profile.GATE));
  }

  /** The worker of {@code kind}. */
  public ImageStore.Found worker(WorkerKind kind) {
    return find(plain.worker(kind));
  }

  /** The workers of every kind. */
  public Map<WorkerKind, ProcessImage> workers() {
    return kinds().collect(Collectors.toMap(kind -> kind, kind -> worker(kind).image()));
  }

  private static Stream<WorkerKind> kinds() {
    return Arrays.stream(Language.values())
        .flatMap(language ->
            Arrays.stream(Profile.values()).map(profile -> new WorkerKind(language, profile)));
  }

  /** Preparation of sources in {@code language}. */
  public ImageStore.Found prepare(Language language) {
    return find(plain.prepare(language));
  }

  /** Analysis of sources. */
  public ImageStore.Found analyzer() {
    return find(plain.analyzer());
  }

  /** Import of bar files. */
  public ImageStore.Found importer() {
    return find(plain.importer());
  }

  /** What stands in front of children of tier {@code process}; of no use in another. */
  public ProcessImage launcher() {
    return store.of(Tier.PROCESS).find(LandlockLauncher.image()).image();
  }

  /** Returns the names of images that have no cache here; looks at names alone. */
  public List<String> lacking() {
    return plain.plans().stream()
        .map(ImagePlan::plain)
        .filter(image -> !store.has(image))
        .map(ProcessImage::name)
        .toList();
  }

  /** Every image with its cache, or with the reason why it has none. */
  public List<ImageStore.Found> all() {
    return Stream.of(
            kinds().map(this::worker),
            Arrays.stream(Language.values()).map(this::prepare),
            Stream.of(analyzer(), importer()))
        .flatMap(found -> found)
        .toList();
  }

  /**
   * Makes the runtimes, the guest engine's files, and every cache that is not there yet, for the
   * strongest tier that can be used here.
   */
  public List<ImageMaker.Result> make() {
    // First the runtimes alone: what images are made of depends on them.
    List<ImageMaker.Result> runtimes =
        Stream.of(store, store.compiling())
            .flatMap(each -> new ImageMaker(each).make(List.of()).stream())
            .toList();
    unpackEngine();
    Images strongest = ofStrongestTier();
    List<ImageMaker.Result> caches =
        strongest
            .maker(new Jails(surroundings, this), strongest.store.tier())
            .make(strongest.plain.plans());
    return Stream.concat(runtimes.stream(), caches.stream().skip(1)).toList();
  }

  /** Unpacks the guest engine's files, which a jailed worker cannot do, unless that was done. */
  public void unpackEngine() {
    new EngineFiles(plain.engineCache(), store.java())
        .make(plain.worker(WorkerKind.python(Profile.GATE)))
        .ifPresent(why -> LOG.warn("the guest engine's files could not be unpacked: {}", why));
  }

  /**
   * Returns {@code jail} so that it starts nothing from images that are not what was made.
   *
   * @param trusting whether files count as unchanged where the file system says so; else every byte
   *     is read once more, before the first start
   */
  public SealedJail sealing(Jail jail, boolean trusting) {
    ImageStore made = store.of(jail.tier());
    return new SealedJail(
        jail,
        new SealedJail.Settings(
            store.home(),
            made::listing,
            trusting,
            Images::nowMillis,
            jail.tier() == Tier.PROCESS ? Optional.of(launcher()) : Optional.empty()));
  }

  /**
   * What the files of an image are against what was made.
   *
   * @param sha256 identity, as manifests name it
   * @param sealed whether it was written down when the image was made
   * @param change the first difference
   */
  public record Contents(String sha256, boolean sealed, Optional<ImageChange> change) {}

  /**
   * Looks at every file of {@code found}.
   *
   * @throws IOException if one cannot be read
   */
  public Contents files(ImageStore.Found found) throws IOException {
    Optional<ImageListing> made = store.listing(found.image());
    ImageListing now =
        ImageListing.read(
            store.parts(found.image()), made.orElse(ImageListing.empty()), Images::nowMillis);
    return new Contents(
        now.identity().sha256(),
        made.isPresent(),
        made.flatMap(expected -> expected.difference(found.image().name(), now)));
  }

  private static long nowMillis() {
    return TimeUnit.MICROSECONDS.toMillis(new SystemClock().nowMicros());
  }

  private ImageMaker maker(Jails jails, Tier tier) {
    return new ImageMaker(
        store, (java, scratch, output) -> jails.making(tier, java, scratch, output));
  }

  private ImageStore.Found find(ProcessImage image) {
    ImageStore.Found found = store.find(image);
    found
        .missing()
        .ifPresent(why -> LOG.warn("{} starts slowly, it has no cache: {}", image.name(), why));
    return found;
  }
}
