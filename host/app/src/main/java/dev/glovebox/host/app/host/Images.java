package dev.glovebox.host.app.host;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.jail.ProcessImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /** Looks for images below the home of {@code surroundings}. */
  public Images(Surroundings surroundings) {
    this.surroundings = surroundings;
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

  /** The worker with its guest engine. */
  public ProcessImage worker() {
    List<String> flags = new ArrayList<>(FLAGS);
    flags.add("-Dpolyglot.engine.userResourceCache=" + engineCache());
    return image("worker", "sandbox/worker", "dev.glovebox.worker.WorkerMain", flags);
  }

  /** Preparation of sources. */
  public ProcessImage prepare() {
    return image("prepare", "sandbox/prepare", "dev.glovebox.prepare.PrepareMain", FLAGS);
  }

  /** Analysis of sources. */
  public ProcessImage analyzer() {
    return image("analyzer", "analyzers", "dev.glovebox.analyzer.AnalyzeMain", FLAGS);
  }

  /** Import of bar files. */
  public ProcessImage importer() {
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
