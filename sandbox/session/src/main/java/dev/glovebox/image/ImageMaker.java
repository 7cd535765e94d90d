package dev.glovebox.image;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessExit;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessJail;
import dev.glovebox.jail.ProcessLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.spi.ToolProvider;

/**
 * Makes the runtime and the caches that an {@link ImageStore} finds.
 *
 * <p>One maker works at a time, held apart by a lock that ends with its process; a second one waits
 * and finds the work done. Everything is made beside its place and renamed into it, its seal first.
 */
public final class ImageMaker {
  /** Longest time for one JVM to write a cache. */
  static final Duration ASSEMBLY_MAX = Duration.ofMinutes(5);

  private static final ProcessLimits ASSEMBLY = new ProcessLimits(512, 64);
  private static final int AT_ONCE = 2;
  private static final String MAKING = ".making-";

  private final ImageStore store;
  private final JailSource jails;
  private final Rehearsals rehearsals;

  /** Makes what {@code store} lacks, for tier {@code process}. */
  public ImageMaker(ImageStore store) {
    this(store, (java, scratch, _) -> new ProcessJail(java, scratch));
  }

  /**
   * Makes what {@code store} lacks.
   *
   * @param jails of the tier of {@code store}
   */
  public ImageMaker(ImageStore store, JailSource jails) {
    this.store = store;
    this.jails = jails;
    this.rehearsals = new Rehearsals();
  }

  /**
   * What became of one thing.
   *
   * @param name of the image, or {@code runtime}
   * @param failure why it was not made; empty if it is there now
   */
  public record Result(String name, Optional<String> failure) {}

  /**
   * Makes the runtime, then every cache that is not there yet.
   *
   * @return one result each, the runtime's first; never throws on account of what cannot be made
   */
  public List<Result> make(List<ImagePlan> plans) {
    try {
      Files.createDirectories(store.folder());
      try (FileChannel channel =
              FileChannel.open(
                  store.folder().resolve("lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        return makeLocked(plans);
      }
    } catch (IOException e) {
      return List.of(
          new Result(store.kind().word(), Optional.of(store.folder() + " cannot be written to")));
    }
  }

  private List<Result> makeLocked(List<ImagePlan> plans) throws IOException {
    Leftovers.sweep(store.folder(), MAKING);
    Path work = Files.createTempDirectory(store.folder(), MAKING);
    List<Result> results = new ArrayList<>();
    try {
      results.add(new Result(store.kind().word(), runtime(work)));
      try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
        List<Future<Result>> pending =
            plans.stream().map(plan -> pool.submit(() -> cache(plan, work))).toList();
        for (Future<Result> one : pending) {
          results.add(one.get());
        }
      }
      ImageSeals seals = new ImageSeals(store, work);
      for (ImagePlan plan : plans) {
        seals
            .seal(plan.plain())
            .ifPresent(
                why -> results.add(new Result("seal of " + plan.plain().name(), Optional.of(why))));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IOException("a cache cannot be made", e.getCause());
    } finally {
      Leftovers.remove(work);
    }
    return List.copyOf(results);
  }

  private Optional<String> runtime(Path work) throws IOException {
    Path place = store.runtimePlace();
    if (store.runtime().isPresent()) {
      return Optional.empty();
    }
    Optional<ToolProvider> jlink = ToolProvider.findFirst("jlink");
    if (jlink.isEmpty()) {
      return Optional.of("this JDK has no jlink");
    }
    Path made = work.resolve(store.kind().word());
    StringWriter said = new StringWriter();
    int status =
        jlink
            .get()
            .run(
                new PrintWriter(said),
                new PrintWriter(said),
                "--add-modules",
                String.join(",", RuntimeModules.names(store.kind())),
                "--no-header-files",
                "--no-man-pages",
                "--output",
                made.toString());
    if (status != 0) {
      return Optional.of("jlink failed: " + said.toString().lines().findFirst().orElse(""));
    }
    // Written by the user of a child, who shall not own it.
    Files.setOwner(made, Files.getOwner(store.folder()));
    Leftovers.showToAll(made);
    Leftovers.makeReadOnly(made);
    Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
    return Optional.empty();
  }

  private Result cache(ImagePlan plan, Path work) {
    ProcessImage plain = plan.plain();
    try {
      if (store.find(plain).missing().isEmpty()) {
        return new Result(plain.name(), Optional.empty());
      }
      Path place = Files.createDirectory(work.resolve(plain.name()));
      Path scratch = Files.createDirectory(place.resolve("scratch"));
      Path output = Files.createDirectory(place.resolve("out"));
      try (Jail jail = jails.open(store.java(), scratch, output)) {
        return new Result(plain.name(), record(plan, jail, output));
      }
    } catch (IOException e) {
      return new Result(plain.name(), Optional.of("files cannot be written: " + e.getMessage()));
    }
  }

  private Optional<String> record(ImagePlan plan, Jail jail, Path output) throws IOException {
    ProcessImage plain = plan.plain();
    Path notes = output.resolve(plain.name() + ".notes");
    Path made = output.resolve(plain.name() + ".aot");
    String notesFlag = "-XX:AOTConfiguration=" + notes;
    Optional<String> failed =
        rehearsals.hold(
            plan, jail, plain.with("-XX:AOTMode=record", notesFlag, "-Dglovebox.recorded=true"));
    if (failed.isPresent()) {
      return failed;
    }
    if (!Files.isRegularFile(notes)) {
      return Optional.of("the JVM recorded nothing");
    }
    assemble(jail, plain.with("-XX:AOTMode=create", notesFlag, "-XX:AOTCache=" + made));
    if (!Files.isRegularFile(made)) {
      return Optional.of("the JVM wrote no cache");
    }
    // With mode on the JVM refuses to start without its cache: this proves that it can be used.
    failed = rehearsals.hold(plan, jail, plain.with("-XX:AOTMode=on", "-XX:AOTCache=" + made));
    if (failed.isPresent()) {
      return failed.map(why -> "the cache cannot be used: " + why);
    }
    put(plain, made);
    return Optional.empty();
  }

  private static void assemble(Jail jail, ProcessImage image) throws IOException {
    try (JailedProcess process = jail.start(image, ASSEMBLY)) {
      process.killAfter(ASSEMBLY_MAX);
      process.stdout().transferTo(OutputStream.nullOutputStream());
      Optional<ProcessExit> _ = process.awaitExit(ASSEMBLY_MAX);
    }
  }

  private void put(ProcessImage plain, Path made) throws IOException {
    Path place = store.cachePlace(plain);
    Path seal = made.resolveSibling(made.getFileName() + ".seal");
    Files.writeString(seal, CacheSeal.of(made).text());
    Leftovers.makeReadOnly(seal);
    // Written by the user of a child, who shall not own it.
    Files.setOwner(made, Files.getOwner(store.folder()));
    Leftovers.showToAll(made);
    Leftovers.makeReadOnly(made);
    Leftovers.makeRoom(store.folder(), plain.name(), ".aot");
    Files.move(seal, ImageStore.sealPlace(place), StandardCopyOption.ATOMIC_MOVE);
    Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
  }
}
