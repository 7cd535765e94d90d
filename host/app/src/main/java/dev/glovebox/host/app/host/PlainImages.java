package dev.glovebox.host.app.host;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.image.AnalyzerImage;
import dev.glovebox.image.ChildFlags;
import dev.glovebox.image.ImagePlan;
import dev.glovebox.image.ImagePlan.Rehearsal;
import dev.glovebox.image.ImageStore;
import dev.glovebox.jail.Language;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.landlock.LandlockLauncher;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each image is made of, without its cache: jars of the build, flags, runtime. */
record PlainImages(Surroundings surroundings, ImageStore store) {
  private static final String WORKER_MAIN = "dev.glovebox.worker.WorkerMain";
  private static final String PREPARE = "sandbox/prepare";
  private static final String WORKER = "sandbox/worker";

  /** What of the worker's jars is the guest engine of Python. */
  private static final List<String> ENGINE_JARS =
      List.of(
          "collections-",
          "icu4j-",
          "jniutils-",
          "nativeimage-",
          "polyglot-",
          "profiler-tool-",
          "python-",
          "regex-",
          "truffle-",
          "word-",
          "xz-");

  /** What the preparation of Java needs, and no more. */
  private static final List<String> PREPARE_JAVA_JARS =
      List.of(
          "glovebox-classes-",
          "glovebox-lockdown-",
          "glovebox-prepare-",
          "glovebox-proto-worker-",
          "glovebox-strategy-api-",
          "protobuf-java-");

  /** How each cache is made, the longest first: two are made at a time. */
  List<ImagePlan> plans() {
    ProcessImage prepareJava = prepare(Language.JAVA);
    List<ImagePlan> plans = new ArrayList<>();
    plans.add(new ImagePlan(Rehearsal.RUN, worker(WorkerKind.python(Profile.BULK))));
    plans.add(new ImagePlan(Rehearsal.RUN, worker(WorkerKind.python(Profile.GATE))));
    for (Profile profile : Profile.values()) {
      plans.add(
          new ImagePlan(
              Rehearsal.RUN_JAVA,
              worker(new WorkerKind(Language.JAVA, profile)),
              Optional.of(prepareJava)));
    }
    plans.add(new ImagePlan(Rehearsal.PREPARATION_JAVA, prepareJava));
    plans.add(new ImagePlan(Rehearsal.ANALYSIS, analyzer()));
    plans.add(new ImagePlan(Rehearsal.PREPARATION, prepare(Language.PYTHON)));
    plans.add(new ImagePlan(Rehearsal.IMPORT, importer()));
    if (store.tier() == Tier.PROCESS) {
      plans.add(new ImagePlan(Rehearsal.LAUNCH, LandlockLauncher.image()));
    }
    return List.copyOf(plans);
  }

  ProcessImage worker(WorkerKind kind) {
    return switch (kind.language()) {
      case PYTHON ->
          switch (kind.profile()) {
            case GATE -> pythonWorker();
            case BULK -> compilingPythonWorker();
          };
      case JAVA -> javaWorker(kind.profile());
    };
  }

  private ProcessImage pythonWorker() {
    List<String> flags = new ArrayList<>(ChildFlags.QUICK);
    flags.add(engineCacheFlag());
    return image("worker", WORKER, WORKER_MAIN, flags);
  }

  private ProcessImage compilingPythonWorker() {
    Path lib = lib(WORKER);
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

  /** In profile bulk the JVM's own better compiler works as well: it compiles the strategy. */
  private ProcessImage javaWorker(Profile profile) {
    String name =
        switch (profile) {
          case GATE -> "worker-java";
          case BULK -> "worker-java-bulk";
        };
    List<String> flags =
        new ArrayList<>(
            switch (profile) {
              case GATE -> ChildFlags.QUICK;
              case BULK -> ChildFlags.COMMON;
            });
    flags.add("-Dglovebox.language=" + Language.JAVA.text());
    // The better compiler would leave message and line out of an exception that is thrown often.
    flags.add("-XX:-OmitStackTraceInFastThrow");
    List<Path> classPath =
        jars(name, lib(WORKER)).stream().filter(jar -> !isOneOf(ENGINE_JARS, jar)).toList();
    return new ProcessImage(name, classPath, WORKER_MAIN, flags);
  }

  ProcessImage prepare(Language language) {
    return switch (language) {
      case PYTHON ->
          image("prepare", PREPARE, "dev.glovebox.prepare.PrepareMain", ChildFlags.QUICK);
      case JAVA ->
          new ProcessImage(
                  "prepare-java",
                  jars("prepare-java", lib(PREPARE)).stream()
                      .filter(jar -> isOneOf(PREPARE_JAVA_JARS, jar))
                      .toList(),
                  "dev.glovebox.prepare.java.PrepareJavaMain",
                  ChildFlags.QUICK)
              // The other runtime has no compiler.
              .on(store.compiling().home());
    };
  }

  ProcessImage analyzer() {
    Path lib = lib("analyzers");
    try {
      return AnalyzerImage.of(lib);
    } catch (IOException e) {
      throw noImage("analyzer", lib);
    }
  }

  ProcessImage importer() {
    return image(
        "importer", "sandbox/importer", "dev.glovebox.importer.ImportMain", ChildFlags.QUICK);
  }

  private String engineCacheFlag() {
    return "-Dpolyglot.engine.userResourceCache=" + engineCache();
  }

  /** Where the guest engine's unpacked files lie. */
  Path engineCache() {
    Path folder = surroundings.cache().resolve("engine");
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, folder + " cannot be made a folder");
    }
  }

  /** The folder of a module's jars. */
  Path lib(String module) {
    return surroundings.home().resolve(module).resolve("target/image/lib");
  }

  private static boolean isOneOf(List<String> names, Path jar) {
    return names.stream().anyMatch(String.valueOf(jar.getFileName())::startsWith);
  }

  private ProcessImage image(String name, String module, String mainClass, List<String> flags) {
    return new ProcessImage(name, jars(name, lib(module)), mainClass, flags);
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
