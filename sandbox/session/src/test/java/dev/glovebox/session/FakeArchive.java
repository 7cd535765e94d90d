package dev.glovebox.session;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * This JVM's class path for children, with an archive of the classes that a fake worker loads: the
 * tests start such by the hundred, and half of a start is reading classes. Made once for each state
 * of the class path and kept beside what the build makes; children start without it as well.
 */
final class FakeArchive {
  private static final Path FOLDER = Path.of("target", "fakes").toAbsolutePath();
  private static final long MAKING_SECONDS_MAX = 60;

  /** Of a worker that finds no host. */
  private static final String INVITATION = "0".repeat(2 * Nonces.NONCE_BYTES) + "\nno.sock\n";

  private static final List<Path> OWN_CLASS_PATH =
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
          .map(Path::of)
          .filter(Files::exists)
          .toList();

  private static final Path PLACE = FOLDER.resolve(Integer.toHexString(state().hashCode()));
  private static final List<Path> CLASS_PATH = made();

  private FakeArchive() {}

  /** Returns the class path of children: an archive covers jars alone. */
  static List<Path> classPath() {
    return CLASS_PATH;
  }

  /** Returns the flags by which a child takes the archive. */
  static List<String> flags() {
    return List.of("-XX:SharedArchiveFile=" + archive(), "-Xlog:cds=off,aot=off");
  }

  private static Path archive() {
    return PLACE.resolve("fakes.jsa");
  }

  /** What an archive depends on. */
  private static String state() {
    StringBuilder state = new StringBuilder(TestProcesses.JAVA + " " + Runtime.version());
    for (Path entry : OWN_CLASS_PATH) {
      for (Path file : files(entry)) {
        try {
          state.append('\n').append(file).append(' ').append(Files.size(file)).append(' ');
          state.append(Files.getLastModifiedTime(file));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return state.toString();
  }

  private static List<Path> files(Path entry) {
    try (Stream<Path> files = Files.walk(entry)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> made() {
    try {
      Files.createDirectories(PLACE);
      // The tests of this module run in more than one JVM.
      try (FileChannel lock =
              FileChannel.open(
                  FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = lock.lock()) {
        boolean there = Files.exists(archive());
        List<Path> jars = jars(there);
        if (!there) {
          removeOthers();
          record(jars);
        }
        return jars;
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Removes what was made for other states of the class path. */
  private static void removeOthers() throws IOException {
    try (Stream<Path> all = Files.walk(FOLDER)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        boolean other = !path.startsWith(PLACE) && path.getNameCount() > FOLDER.getNameCount();
        if (other && !path.endsWith("lock")) {
          Files.delete(path);
        }
      }
    }
  }

  private static List<Path> jars(boolean there) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (Path entry : OWN_CLASS_PATH) {
      if (Files.isDirectory(entry)) {
        Path jar = PLACE.resolve("part" + jars.size() + ".jar");
        jars.add(there ? jar : packed(entry, jar));
      } else {
        jars.add(entry);
      }
    }
    return List.copyOf(jars);
  }

  private static Path packed(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path file : files(classes)) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  /** Notes what a fake loads that finds no host, and makes the archive of it. */
  private static void record(List<Path> jars) throws IOException, InterruptedException {
    Path notes = PLACE.resolve("fakes.notes");
    Path making = PLACE.resolve("fakes.making");
    child(jars, "-XX:DumpLoadedClassList=" + notes);
    child(
        jars,
        "-Xshare:dump",
        "-XX:SharedClassListFile=" + notes,
        "-XX:SharedArchiveFile=" + making);
    if (Files.exists(making)) {
      Files.move(making, archive());
    }
  }

  private static void child(List<Path> jars, String... flags)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(TestProcesses.JAVA.toString(), "-Xmx256m"));
    command.addAll(TestProcesses.FLAGS);
    command.addAll(List.of(flags));
    command.add("-cp");
    command.add(jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(FakeWorker.class.getName());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(PLACE.resolve("said.txt").toFile())
            .start();
    process.outputWriter(StandardCharsets.US_ASCII).append(INVITATION).flush();
    boolean _ = process.waitFor(MAKING_SECONDS_MAX, TimeUnit.SECONDS);
    process.destroyForcibly().onExit().join();
  }
}
