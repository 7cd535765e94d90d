package dev.glovebox.host.app.host;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.image.AnalyzerImage;
import dev.glovebox.image.ChildFlags;
import dev.glovebox.image.EngineFiles;
import dev.glovebox.image.ImageMaker;
import dev.glovebox.image.ImagePlan;
import dev.glovebox.image.ImagePlan.Rehearsal;
import dev.glovebox.image.ImageStore;
import dev.glovebox.jail.HeldFolder;
import dev.glovebox.jail.Jail;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.image.ImageChange;
import dev.glovebox.jail.image.ImageListing;
import dev.glovebox.jail.image.SealedJail;
import dev.glovebox.jail.landlock.LandlockLauncher;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private static final String WORKER_MAIN = "dev.glovebox.worker.WorkerMain";

  private final Surroundings surroundings;
  private final ImageStore store;

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

  /** Every file that a child's class path may name; nothing of an image that is not built. */
  List<Path> jars() {
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
        .filter(file -> file.toString().endsWith(".jar"))
        .toList();
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

  /** The worker with its guest engine, of profile gate. */
  public ImageStore.Found worker() {
    return find(plainWorker());
  }

  /** The worker with a compiler for its guest. */
  public ImageStore.Found bulkWorker() {
    return find(plainBulkWorker());
  }

  /** The workers of every profile. */
  public Map<Profile, ProcessImage> workers() {
    return Map.of(Profile.GATE, worker().image(), Profile.BULK, bulkWorker().image());
  }

  /** Preparation of sources. */
  public ImageStore.Found prepare() {
    return find(plainPrepare());
  }

  /** Analysis of sources. */
  public ImageStore.Found analyzer() {
    return find(plainAnalyzer());
  }

  /** Import of bar files. */
  public ImageStore.Found importer() {
    return find(plainImporter());
  }

  /** What stands in front of children of tier {@code process}; of no use in another. */
  public ProcessImage launcher() {
    return store.of(Tier.PROCESS).find(LandlockLauncher.image()).image();
  }

  /** Returns the names of images that have no cache here; looks at names alone. */
  public List<String> lacking() {
    return plans().stream()
        .map(ImagePlan::plain)
        .filter(plain -> !store.has(plain))
        .map(ProcessImage::name)
        .toList();
  }

  /** Every image with its cache, or with the reason why it has none. */
  public List<ImageStore.Found> all() {
    return List.of(worker(), bulkWorker(), prepare(), analyzer(), importer());
  }

  /**
   * Makes the runtime, the guest engine's files, and every cache that is not there yet, for the
   * strongest tier that can be used here.
   */
  public List<ImageMaker.Result> make() {
    // First the runtime alone: what the images' flags are depends on it.
    List<ImageMaker.Result> runtime = new ImageMaker(store).make(List.of());
    unpackEngine();
    Images strongest = ofStrongestTier();
    List<ImageMaker.Result> caches =
        strongest
            .maker(new Jails(surroundings, this), strongest.store.tier())
            .make(strongest.plans());
    return Stream.concat(runtime.stream(), caches.stream().skip(runtime.size())).toList();
  }

  /** Unpacks the guest engine's files, which a jailed worker cannot do, unless that was done. */
  public void unpackEngine() {
    new EngineFiles(engineCache(), store.java())
        .make(plainWorker())
        .ifPresent(why -> LOG.warn("the guest engine's files could not be unpacked: {}", why));
  }

  /**
   * Returns {@code jail} so that it starts nothing from images that are not what was made.
   *
   * @param trusting whether files count as unchanged where the file system says so; else every byte
   *     is read once more, before the first start
   */
  public SealedJail sealing(Jail jail, boolean trusting) {
    Path runtime = store.java().resolve("../..").normalize();
    ImageStore made = store.of(jail.tier());
    return new SealedJail(
        jail, new SealedJail.Settings(runtime, made::listing, trusting, Images::nowMillis));
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

  private ImageStore.Found find(ProcessImage plain) {
    ImageStore.Found found = store.find(plain);
    found
        .missing()
        .ifPresent(why -> LOG.warn("{} starts slowly, it has no cache: {}", plain.name(), why));
    return found;
  }

  private List<ImagePlan> plans() {
    List<ImagePlan> plans =
        new ArrayList<>(
            List.of(
                // The longest first: two are made at a time.
                new ImagePlan(Rehearsal.RUN, plainBulkWorker()),
                new ImagePlan(Rehearsal.RUN, plainWorker()),
                new ImagePlan(Rehearsal.ANALYSIS, plainAnalyzer()),
                new ImagePlan(Rehearsal.PREPARATION, plainPrepare()),
                new ImagePlan(Rehearsal.IMPORT, plainImporter())));
    if (store.tier() == Tier.PROCESS) {
      plans.add(new ImagePlan(Rehearsal.LAUNCH, LandlockLauncher.image()));
    }
    return List.copyOf(plans);
  }

  private ProcessImage plainWorker() {
    List<String> flags = new ArrayList<>(ChildFlags.QUICK);
    flags.add(engineCacheFlag());
    return image("worker", "sandbox/worker", WORKER_MAIN, flags);
  }

  private ProcessImage plainBulkWorker() {
    Path lib = place("worker", "sandbox/worker").folder();
    // The guest's own compiler makes what is hot fast; to have it and the engine compiled by C2 as
    // well cost more time than runs of a few million bars gave back.
    List<String> flags = new ArrayList<>(ChildFlags.QUICK);
    flags.add(engineCacheFlag());
    flags.add("-XX:+EnableJVMCI");
    // Compiles each function by itself: half the compiler's time, and the same speed in the end.
    flags.add("-Dpolyglot.engine.Mode=latency");
    // A JDK with a compiler module of its own lets it go only for a path of upgrades.
    flags.add(
        (store.runtime().isPresent() ? "--module-path=" : "--upgrade-module-path=")
            + jars("worker-bulk", lib.resolveSibling("compiler")).stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
    flags.add("--add-modules=jdk.graal.compiler");
    List<Path> classPath = new ArrayList<>(jars("worker-bulk", lib));
    classPath.addAll(jars("worker-bulk", lib.resolveSibling("bulk")));
    return new ProcessImage("worker-bulk", classPath, WORKER_MAIN, flags);
  }

  private ProcessImage plainPrepare() {
    return image(
        "prepare", "sandbox/prepare", "dev.glovebox.prepare.PrepareMain", ChildFlags.QUICK);
  }

  private ProcessImage plainAnalyzer() {
    Path lib = place("analyzer", "analyzers").folder();
    try {
      return AnalyzerImage.of(lib);
    } catch (IOException e) {
      throw noImage("analyzer", lib);
    }
  }

  private ProcessImage plainImporter() {
    return image(
        "importer", "sandbox/importer", "dev.glovebox.importer.ImportMain", ChildFlags.QUICK);
  }

  private String engineCacheFlag() {
    return "-Dpolyglot.engine.userResourceCache=" + engineCache();
  }

  private Path engineCache() {
    Path folder = surroundings.cache().resolve("engine");
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, folder + " cannot be made a folder");
    }
  }

  private Place place(String name, String module) {
    return new Place(name, surroundings.home().resolve(module).resolve("target/image/lib"));
  }

  private ProcessImage image(String name, String module, String mainClass, List<String> flags) {
    return new ProcessImage(name, jars(name, place(name, module).folder()), mainClass, flags);
  }

  private static List<Path> jars(String name, Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      if (!jars.isEmpty()) {
        return jars;
      }
    } catch (IOException e) {
      // The same answer: no image.
    }
    throw noImage(name, folder);
  }

  private static Refusal noImage(String name, Path folder) {
    return new Refusal(
        Code.FILE_UNREADABLE, folder + " holds no image of the " + name + "; build first");
  }
}
