package dev.glovebox.host.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Workers get the flags that the worker's own process tests run with. */
final class ImagesTest {
  /** What the jail itself sets, whatever the image says. */
  private static final List<String> JAIL =
      List.of(
          "-Xmx",
          "-XX:MaxDirectMemorySize",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+DisableAttachMechanism",
          "-XX:-UsePerfData",
          "-Djava.io.tmpdir");

  @Test
  void theWorkerGetsTheFlagsOfItsReadme() throws Exception {
    Images images = new Images(Surroundings.ofThisProcess());
    Assumptions.assumeTrue(
        images.places().getFirst().isThere(), "missing capability: images; run mvn verify");
    Path flags =
        Path.of(
            Objects.requireNonNull(System.getProperty("glovebox.root")),
            "sandbox/worker/worker.flags");
    List<String> expected =
        Files.readAllLines(flags).stream()
            .filter(line -> line.startsWith("-"))
            .filter(line -> JAIL.stream().noneMatch(line::startsWith))
            .map(ImagesTest::name)
            .toList();
    assertThat(
            images.worker().image().jvmFlags().stream()
                .filter(flag -> !flag.startsWith("-XX:AOTCache="))
                .map(ImagesTest::name))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** The folder of the engine's cache is the host's to choose. */
  private static String name(String flag) {
    return flag.startsWith("-Dpolyglot") ? flag.substring(0, flag.indexOf('=')) : flag;
  }
}
