package dev.glovebox.session;

import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessJail;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** How tests start children: this JVM's runtime and class path. */
final class TestProcesses {
  static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private TestProcesses() {}

  static ProcessJail jail(Path scratch) {
    return new ProcessJail(JAVA, scratch);
  }

  static ProcessImage image(Class<?> main, String mode) {
    return new ProcessImage(
        "fake",
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(Path::of)
            .toList(),
        main.getName(),
        List.of(
            "-Dmode=" + mode,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--sun-misc-unsafe-memory-access=allow"));
  }

  static Nonces nonces() {
    SplittableRandom random = new SplittableRandom(7);
    return () -> {
      byte[] nonce = new byte[Nonces.NONCE_BYTES];
      synchronized (random) {
        random.nextBytes(nonce);
      }
      return nonce;
    };
  }
}
