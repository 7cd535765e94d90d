package dev.glovebox.analyzer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.analyzer.java.JavaAnalyzer;
import dev.glovebox.analyzer.rules.RuleSet;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules of Java beside the quick-start rules of PMD over the same files, in turns in one warm
 * process. Prints figures; asserts only that both did their work. PMD is there with the profile
 * {@code benchmarks} alone, so what calls it is compiled when it runs. See docs/benchmarks.md.
 */
final class JavaAnalyzerBenchmark {
  private static final int ROUNDS = Integer.getInteger("glovebox.benchmarks.analyzer", 60) / 2;
  private static final double NANOS_PER_MILLI = 1e6;

  private static final String PMD =
      """
      import java.nio.file.Path;
      import java.util.List;
      import java.util.function.ToIntFunction;
      import net.sourceforge.pmd.PMDConfiguration;
      import net.sourceforge.pmd.PmdAnalysis;

      public final class Pmd implements ToIntFunction<List<Path>> {
        @Override
        public int applyAsInt(List<Path> files) {
          PMDConfiguration configuration = new PMDConfiguration();
          configuration.setIgnoreIncrementalAnalysis(true);
          configuration.setThreads(0);
          configuration.addRuleSet("rulesets/java/quickstart.xml");
          try (PmdAnalysis analysis = PmdAnalysis.create(configuration)) {
            for (Path file : files) {
              analysis.files().addFile(file);
            }
            var report = analysis.performAnalysisAndCollectReport();
            if (!report.getProcessingErrors().isEmpty()) {
              throw new IllegalStateException(report.getProcessingErrors().toString());
            }
            return report.getViolations().size();
          }
        }
      }
      """;

  @Test
  void besidePmd(@TempDir Path folder) throws Exception {
    assumeTrue(isThere("net.sourceforge.pmd.PmdAnalysis"), "PMD is there with -Pbenchmarks alone");
    List<Path> files = sources();
    ToIntFunction<List<Path>> pmd = pmd(folder);
    JavaAnalyzer analyzer = new JavaAnalyzer(RuleSet.javaCore(), Duration.ofSeconds(60));
    say("load %s", Files.readString(Path.of("/proc/loadavg")).strip());
    double[] ours = new double[ROUNDS];
    double[] theirs = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long begun = processNanos();
      for (Path file : files) {
        assertThat(analyzer.analyze(Files.readAllBytes(file)).findings()).isNotNull();
      }
      ours[round] = (processNanos() - begun) / NANOS_PER_MILLI;
      begun = processNanos();
      assertThat(pmd.applyAsInt(files)).isPositive();
      theirs[round] = (processNanos() - begun) / NANOS_PER_MILLI;
    }
    double here = median(ours);
    double there = median(theirs);
    say(
        "%d files, median of the second half of %d rounds, CPU of all threads",
        files.size(), ROUNDS);
    say("  java-core %.1f ms a round, %.0f files a CPU-second", here, files.size() / here * 1e3);
    say("  PMD %.1f ms a round, %.0f files a CPU-second", there, files.size() / there * 1e3);
    say("  ratio %.2f", there / here);
    say("load %s", Files.readString(Path.of("/proc/loadavg")).strip());
  }

  private static List<Path> sources() throws IOException {
    Path root = Path.of(System.getProperty("glovebox.root"), "strategies/programs/java");
    try (Stream<Path> files = Files.list(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static boolean isThere(String type) {
    try {
      return Class.forName(type) != null;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @SuppressWarnings("unchecked")
  private static ToIntFunction<List<Path>> pmd(Path folder) throws Exception {
    Path source = Files.writeString(folder.resolve("Pmd.java"), PMD);
    List<String> command = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d"));
    command.add(folder.toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), source.toString()));
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, command.toArray(String[]::new)))
        .isZero();
    URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, JavaAnalyzerBenchmark.class.getClassLoader());
    return (ToIntFunction<List<Path>>)
        loader.loadClass("Pmd").getDeclaredConstructor().newInstance();
  }

  private static double median(double[] rounds) {
    double[] warm = Arrays.copyOfRange(rounds, rounds.length / 2, rounds.length);
    Arrays.sort(warm);
    return warm[warm.length / 2];
  }

  // All threads of this process: compilers and collector too.
  private static long processNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  @SuppressWarnings("AnnotateFormatMethod") // one line of the report each
  private static void say(String form, Object... given) {
    System.out.println(String.format(Locale.ROOT, form, given));
  }
}
