package dev.glovebox.host.app.host;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.image.ImageMaker;
import dev.glovebox.image.ImagePlan;
import dev.glovebox.image.ImagePlan.Rehearsal;
import dev.glovebox.image.ImageStore;
import dev.glovebox.jail.ProcessImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The images of child processes, as the build laid them out below the checkout. */
public final class Images {
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UnlockExperimentalVMOptions",
          // Identity hashes are equal in every process.
          "-XX:hashCode=2",
          "-Xlog:disable",
          "-Xlog:all=off",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Duser.timezone=UTC",
          "-Dfile.encoding=UTF-8");

  private final Surroundings surroundings;
  private final ImageStore store;

  /** Looks for images below the home of {@code surroundings}, for caches in its cache folder. */
  public Images(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.store = new ImageStore(surroundings.cache().resolve("images"), surroundings.javaHome());
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

  /** The {@code java} executable for child processes: the minimal runtime's, if it was made. */
  public Path java() {
    return store.java();
  }

  /** The minimal runtime, if it was made. */
  public Optional<Path> runtime() {
    return store.runtime();
  }

  /** The worker with its guest engine. */
  public ImageStore.Found worker() {
    return store.find(plainWorker());
  }

  /** Preparation of sources. */
  public ImageStore.Found prepare() {
    return store.find(plainPrepare());
  }

  /** Analysis of sources. */
  public ImageStore.Found analyzer() {
    return store.find(plainAnalyzer());
  }

  /** Import of bar files. */
  public ImageStore.Found importer() {
    return store.find(plainImporter());
  }

  /** Every image with its cache, or with the reason why it has none. */
  public List<ImageStore.Found> all() {
    return List.of(worker(), prepare(), analyzer(), importer());
  }

  /** Makes the runtime and every cache that is not there yet; takes some seconds each. */
  public List<ImageMaker.Result> make() {
    return new ImageMaker(store)
        .make(
            List.of(
                new ImagePlan(Rehearsal.RUN, plainWorker()),
                new ImagePlan(Rehearsal.ANALYSIS, plainAnalyzer()),
                new ImagePlan(Rehearsal.PREPARATION, plainPrepare()),
                new ImagePlan(Rehearsal.IMPORT, plainImporter())));
  }

  private ProcessImage plainWorker() {
    List<String> flags = new ArrayList<>(FLAGS);
    flags.add("-Dpolyglot.engine.userResourceCache=" + engineCache());
    return image("worker", "sandbox/worker", "dev.glovebox.worker.WorkerMain", flags);
  }

  private ProcessImage plainPrepare() {
    return image("prepare", "sandbox/prepare", "dev.glovebox.prepare.PrepareMain", FLAGS);
  }

  private ProcessImage plainAnalyzer() {
    return image("analyzer", "analyzers", "dev.glovebox.analyzer.AnalyzeMain", FLAGS);
  }

  private ProcessImage plainImporter() {
    return image("importer", "sandbox/importer", "dev.glovebox.importer.ImportMain", FLAGS);
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
    Path folder = place(name, module).folder();
    try (Stream<Path> jars = Files.list(folder)) {
      List<Path> classPath =
          jars.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      return new ProcessImage(name, classPath, mainClass, flags);
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal(
          Code.FILE_UNREADABLE, folder + " holds no image of the " + name + "; build first");
    }
  }
}
