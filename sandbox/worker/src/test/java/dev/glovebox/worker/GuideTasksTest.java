package dev.glovebox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written from the field guide alone runs on real bars, and trades. */
@Tag("long")
@Timeout(120)
class GuideTasksTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("glovebox.root")).resolve("strategies/guide-tasks/python");

  static List<String> tasks() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".py"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void runsAndTrades(String name) throws IOException {
    String source = Files.readString(FOLDER.resolve(name));
    InProcess.Run run =
        InProcess.run(
            Strategies.start(source, Map.of()).build(), new Market(PriceSeries.apple().bars()), 1);
    assertThat(run.fault()).isEmpty();
    assertThat(run.market().filled()).isNotEmpty();
  }
}
