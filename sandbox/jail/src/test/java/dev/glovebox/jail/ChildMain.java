package dev.glovebox.jail;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a child does in these tests, chosen by the property {@code mode}. */
final class ChildMain {
  private ChildMain() {}

  public static void main(String[] arguments) throws Exception {
    switch (System.getProperty("mode", "")) {
      case "environment" -> System.out.println(System.getenv().keySet());
      case "echo" -> System.in.transferTo(System.out);
      case "folder" -> writeInFolder();
      case "memory" -> fill();
      case "sleep" -> Thread.sleep(600_000);
      case "exit" -> System.exit(7);
      case "errors" -> floodErrors();
      case "fork" -> fork();
      case "parent" -> parent();
      case "guarded" -> guarded();
      case "endless" -> endless();
      case "native" -> fillNatively();
      default -> System.exit(2);
    }
  }

  private static void writeInFolder() throws IOException {
    Files.writeString(Path.of("litter"), "x");
    Files.createDirectories(Path.of("deep/deeper"));
    Files.createSymbolicLink(Path.of("deep/link"), Path.of("/"));
    System.out.println(System.getProperty("java.io.tmpdir"));
  }

  private static void fill() {
    List<byte[]> kept = new ArrayList<>();
    while (kept.size() < 1_000_000) {
      kept.add(new byte[1 << 20]);
    }
  }

  private static void floodErrors() {
    String line = "e".repeat(1023);
    for (int i = 0; i < 4096; i++) {
      System.err.println(line);
    }
    System.out.println("done");
  }

  private static void fork() throws Exception {
    Process child = new ProcessBuilder("/bin/sleep", "600").start();
    System.out.println(child.pid());
    Thread.sleep(600_000);
  }

  /** Says that it is up, then looks at nobody. */
  private static void endless() throws Exception {
    System.out.println("up");
    Thread.sleep(600_000);
  }

  /** Uses memory that no bound of the JVM's counts. */
  private static void fillNatively() {
    List<MemorySegment> kept = new ArrayList<>();
    while (kept.size() < 2048) {
      kept.add(Arena.global().allocate(1 << 20).fill((byte) 1));
    }
    System.out.println("unbounded");
  }

  /** Ends when stdin ends, as every worker and helper must. */
  private static void guarded() throws Exception {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            while (System.in.read() >= 0) {
              // The host says nothing more; only the end of the stream matters.
            }
          } catch (IOException _) {
            // A broken pipe means the same.
          }
          Runtime.getRuntime().halt(4);
        });
    Thread.sleep(600_000);
  }

  /** A host of its own, which the test kills: starts one child and prints its pid. */
  private static void parent() throws Exception {
    ProcessJail jail =
        new ProcessJail(
            Path.of(System.getProperty("java.home"), "bin", "java"), Path.of(".").toRealPath());
    ProcessImage image =
        new ProcessImage(
            "child",
            Stream.of(System.getProperty("child.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList(),
            ChildMain.class.getName(),
            List.of("-Dmode=" + System.getProperty("child.mode")));
    JailedProcess child = jail.start(image, new ProcessLimits(32, 8));
    System.out.println(child.pid());
    Thread.sleep(600_000);
  }
}
