package dev.glovebox.analyzer.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.StrategyManifest;
import dev.glovebox.analyzer.StrategyManifest.Order;
import dev.glovebox.analyzer.StrategyManifest.Parameter;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.prepare.python.PythonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Honest strategies say all of themselves: nothing is unknown, nothing left out. */
@Timeout(60)
final class SampleManifestsTest {
  private static final Path STRATEGIES =
      Path.of(System.getProperty("glovebox.root")).resolve("strategies");
  private static final PythonAnalyzer ANALYZER =
      new PythonAnalyzer(
          new PythonParser(System::nanoTime, Duration.ofSeconds(30)), RuleSet.pythonCore());

  static List<Path> samples() throws IOException {
    try (Stream<Path> examples = Files.list(STRATEGIES.resolve("examples/src/main/python"));
        Stream<Path> tasks = Files.list(STRATEGIES.resolve("guide-tasks/python"))) {
      List<Path> all =
          Stream.concat(examples, tasks)
              .filter(file -> file.toString().endsWith(".py"))
              .sorted()
              .toList();
      assertThat(all).hasSizeGreaterThan(58);
      return all;
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void saysAllOfItself(Path sample) throws IOException {
    StrategyManifest manifest = ANALYZER.analyze(Files.readAllBytes(sample)).manifest();
    assertThat(manifest.strategy()).isNotEmpty();
    assertThat(manifest.omitted()).isZero();
    assertThat(manifest.hooks()).containsAnyOf("on_bar", "on_bars");
    assertThat(manifest.orders()).isNotEmpty().extracting(Order::type).containsOnly("market");
    assertThat(manifest.parameters())
        .extracting(Parameter::type)
        .isSubsetOf("bool", "int", "float", "str", "Decimal", "None");
    assertThat(manifest.imports()).contains("glovebox");
  }
}
