package dev.glovebox.session;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessJail;
import dev.glovebox.jail.image.ImageListing;
import dev.glovebox.jail.image.SealedJail;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  /** A jail that compares images with {@code made}, or with what it finds first. */
  static SealedJail sealed(Jail jail, Path runtime, ImageListing... made) {
    return new SealedJail(
        jail,
        new SealedJail.Settings(
            runtime,
            _ -> Stream.of(made).findFirst(),
            true,
            System::currentTimeMillis,
            Optional.empty()));
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
