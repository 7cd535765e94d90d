package dev.glovebox.session;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessJail;
import dev.glovebox.jail.image.ImageListing;
import dev.glovebox.jail.image.SealedJail;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** How tests start children: this JVM's runtime and class path. */
final class TestProcesses {
  static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /** Of every child. */
  static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--sun-misc-unsafe-memory-access=allow");

  private TestProcesses() {}

  static ProcessJail jail(Path scratch) {
    return new ProcessJail(JAVA, scratch);
  }

  static ProcessImage image(Class<?> main, String mode) {
    List<String> flags = new ArrayList<>();
    flags.add("-Dmode=" + mode);
    flags.addAll(FLAGS);
    flags.addAll(FakeArchive.flags());
    return new ProcessImage("fake", FakeArchive.classPath(), main.getName(), flags);
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
