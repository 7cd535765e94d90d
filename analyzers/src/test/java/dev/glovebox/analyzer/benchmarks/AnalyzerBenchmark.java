package dev.glovebox.analyzer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.analyzer.python.PythonAnalyzer;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.prepare.python.PythonParser;
import dev.glovebox.prepare.source.SourceRefusedException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The analyzer beside Debian's bandit on the same files, both with all their rules. Prints figures;
 * asserts only that both did their work. See docs/benchmarks.md.
 */
final class AnalyzerBenchmark {
  private static final Path BANDIT = Path.of("/usr/bin/bandit");
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final int WARM_ROUNDS = Integer.getInteger("glovebox.benchmarks.analyzer", 60);
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double TICKS_PER_SECOND = 100;

  // What the manager does for each file, in one process that is warm.
  private static final String WARM_BANDIT =
      """
      import logging, sys, time
      logging.disable(logging.CRITICAL)
      from bandit.core import config, manager
      files = [line.strip() for line in open(sys.argv[1])]
      best = [1e9] * len(files)
      least = 1e9
      bandit = manager.BanditManager(config.BanditConfig(), "file")
      for _ in range(int(sys.argv[2])):
          begun = time.process_time()
          for i, name in enumerate(files):
              start = time.process_time()
              bandit.files_list, bandit.results, bandit.skipped = [name], [], []
              bandit.run_tests()
              best[i] = min(best[i], time.process_time() - start)
          least = min(least, time.process_time() - begun)
      best.sort()
      print("%.1f %.3f %.3f" % (least * 1e3, best[len(best) // 2] * 1e3, best[-1] * 1e3))
      """;

  private static Path strategies() {
    return Path.of(System.getProperty("glovebox.root"), "strategies");
  }

  private static List<Path> sources(Path folder, long bytesMax) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".py") && Files.isRegularFile(file))
          .filter(file -> !file.toString().contains("/target/"))
          .filter(file -> file.toFile().length() <= bytesMax)
          .filter(AnalyzerBenchmark::isJudged)
          .sorted()
          .toList();
    }
  }

  // What is no text within the caps would cost us nothing.
  private static boolean isJudged(Path file) {
    try {
      return !analyzer().analyze(Files.readAllBytes(file)).findings().stream()
          .anyMatch(finding -> finding.rule().equals("PY000"));
    } catch (SourceRefusedException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void besideBandit(@TempDir Path folder) throws Exception {
    assumeTrue(Files.isExecutable(BANDIT), "missing capability bandit");
    say("load %s", Files.readString(Path.of("/proc/loadavg")).strip());
    measure("programs of the repository", sources(strategies(), Long.MAX_VALUE), folder);
    Path libraries = Path.of("/usr/lib/python3/dist-packages");
    if (Files.isDirectory(libraries)) {
      List<Path> files = sources(libraries, 100_000);
      measure("Debian's packages", files.subList(0, Math.min(700, files.size())), folder);
    }
    say("load %s", Files.readString(Path.of("/proc/loadavg")).strip());
  }

  private static void measure(String what, List<Path> files, Path folder) throws Exception {
    Path list = folder.resolve("files.txt");
    Files.write(list, files.stream().map(Path::toString).toList());
    say("%d files, %s", files.size(), what);
    double ours = processorSeconds(command(System.getProperty("java.class.path"), list));
    double cached = fromCache(list, folder);
    List<String> bandit = new ArrayList<>(List.of(BANDIT.toString(), "-q", "-f", "json", "-o"));
    bandit.add(folder.resolve("bandit.json").toString());
    files.forEach(file -> bandit.add(file.toString()));
    double theirs = processorSeconds(bandit);
    say(
        "  one process from its start, no image or cache: %.2f s of CPU, bandit %.2f s;"
            + " %.0f and %.0f files a CPU-second, ratio %.2f",
        ours, theirs, files.size() / ours, files.size() / theirs, theirs / ours);
    say(
        "  the same with an AOT cache, as the product starts it: %.2f s; %.0f files a CPU-second,"
            + " ratio %.2f",
        cached, files.size() / cached, theirs / cached);
    double[] warm = warm(files);
    String[] their =
        output(
                List.of(
                    PYTHON.toString(),
                    "-c",
                    WARM_BANDIT,
                    list.toString(),
                    Integer.toString(Math.max(1, WARM_ROUNDS / 20))))
            .strip()
            .split(" ", -1);
    say(
        "  warm: %.0f ms of CPU a round, bandit %s ms, ratio %.2f",
        warm[0], their[0], Double.parseDouble(their[0]) / warm[0]);
    say(
        "  warm, one file: p50 %.2f ms, slowest %.1f ms; bandit %s ms and %s ms",
        warm[1], warm[2], their[1], their[2]);
  }

  private static List<String> command(String classPath, Path list, String... flags) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", classPath, AnalyzerBenchmark.class.getName(), list.toString()));
    return command;
  }

  /** With a cache that another run over the same code has left, as images have one. */
  private static double fromCache(Path list, Path folder) throws Exception {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      jars.add(Files.isDirectory(path) ? packed(path, folder, jars.size()) : entry);
    }
    String classPath = String.join(File.pathSeparator, jars);
    Path cache = folder.resolve("benchmark.aot");
    output(command(classPath, list, "-XX:AOTCacheOutput=" + cache));
    return processorSeconds(command(classPath, list, "-XX:AOTCache=" + cache));
  }

  // A cache knows jars alone.
  private static String packed(Path classes, Path folder, int number) throws IOException {
    Path jar = folder.resolve(number + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar.toString();
  }

  /** Analyses every file that a list names, once. */
  public static void main(String[] arguments) throws IOException {
    PythonAnalyzer analyzer = analyzer();
    int findings = 0;
    for (String file : Files.readAllLines(Path.of(arguments[0]))) {
      findings += analyzer.analyze(Files.readAllBytes(Path.of(file))).findings().size();
    }
    System.out.println(findings);
  }

  private static PythonAnalyzer analyzer() {
    return new PythonAnalyzer(
        new PythonParser(System::nanoTime, Duration.ofSeconds(60)), RuleSet.pythonCore());
  }

  /** CPU of the best round, the median and the largest of the best times of each file, in ms. */
  private static double[] warm(List<Path> files) throws IOException {
    PythonAnalyzer analyzer = analyzer();
    double[] best = new double[files.size()];
    Arrays.fill(best, Double.MAX_VALUE);
    double least = Double.MAX_VALUE;
    for (int round = 0; round < WARM_ROUNDS; round++) {
      long begun = processNanos();
      for (int i = 0; i < best.length; i++) {
        byte[] source = Files.readAllBytes(files.get(i));
        long start = System.nanoTime();
        assertThat(analyzer.analyze(source).findings()).isNotNull();
        best[i] = Math.min(best[i], (System.nanoTime() - start) / NANOS_PER_MILLI);
      }
      least = Math.min(least, (processNanos() - begun) / NANOS_PER_MILLI);
    }
    Arrays.sort(best);
    return new double[] {least, best[best.length / 2], best[best.length - 1]};
  }

  // All threads of this process: compilers and collector too.
  private static long processNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double processorSeconds(List<String> command) throws Exception {
    long before = childrenTicks();
    output(command);
    return (childrenTicks() - before) / TICKS_PER_SECOND;
  }

  // User and system time of children that have ended, fields 16 and 17 of proc(5).
  private static long childrenTicks() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
  }

  private static String output(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    // bandit exits with 1 when it found something.
    assertThat(exit).as(said).isIn(0, 1);
    return said;
  }

  @SuppressWarnings("AnnotateFormatMethod") // one line of the report each
  private static void say(String form, Object... given) {
    System.out.println(String.format(Locale.ROOT, form, given));
  }
}
