package dev.glovebox.prepare.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.glovebox.strategy.Strategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * The whole way from submitted Java to verified classes beside {@code javac --release 25} alone, in
 * one warm process, in turns over the same ordinary programs. Prints figures; asserts only that
 * both did their work. See docs/benchmarks.md.
 */
final class CompileGateBenchmark {
  private static final int ROUNDS = Integer.getInteger("glovebox.benchmarks.gate", 12);
  private static final double RATIO_MAX = 2;
  private static final double NANOS_PER_MILLI = 1e6;

  private static final JavaForm FORMS = new JavaForm();

  /** What is measured, over one source. */
  private interface Work {
    void over(byte[] source) throws Exception;
  }

  @Test
  void besideBareJavac() throws Exception {
    List<byte[]> sources = sources();
    String load = Files.readString(Path.of("/proc/loadavg")).strip();
    say("load %s; %d programs, %d rounds", load, sources.size(), ROUNDS);
    double[] bare = new double[ROUNDS];
    double[] gate = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      bare[round] = millis(sources, CompileGateBenchmark::javac);
      gate[round] = millis(sources, source -> assertThat(FORMS.prepare(source)).isNotNull());
    }
    // The first half warms.
    double theirs = median(bare);
    double ours = median(gate);
    say(
        "javac alone %.2f ms of CPU a program, compile gate %.2f ms",
        theirs / sources.size(), ours / sources.size());
    say(
        "compile gate: %.2f x javac (goal <= %.0f x): %s",
        ours / theirs, RATIO_MAX, ours / theirs <= RATIO_MAX ? "PASS" : "FAIL");
  }

  private static double median(double[] rounds) {
    double[] counted = Arrays.copyOfRange(rounds, ROUNDS / 2, ROUNDS);
    Arrays.sort(counted);
    return counted[counted.length / 2];
  }

  /** Processor time of all threads: the collector's and the JIT's too. */
  private static double millis(List<byte[]> sources, Work work) throws Exception {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = system.getProcessCpuTime();
    for (byte[] source : sources) {
      work.over(source);
    }
    return (system.getProcessCpuTime() - start) / NANOS_PER_MILLI;
  }

  /** As a build tool calls it: no limits, no deadline, class files kept in memory. */
  private static void javac(byte[] source) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path api = Path.of(Strategy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (StandardJavaFileManager standard =
            compiler.getStandardFileManager(null, Locale.ROOT, null);
        CompilerFiles files = new CompilerFiles(standard)) {
      standard.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(api));
      boolean taken =
          compiler
              .getTask(
                  Writer.nullWriter(),
                  files,
                  null,
                  List.of("--release", "25", "-proc:none"),
                  null,
                  List.of(CompilerFiles.source(new String(source, StandardCharsets.US_ASCII))))
              .call();
      assertThat(taken).isTrue();
      assertThat(files.classes()).isNotEmpty();
    }
  }

  private static List<byte[]> sources() throws IOException {
    Path folder = Path.of(System.getProperty("glovebox.root"), "strategies", "programs", "java");
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      assertThat(found).hasSizeGreaterThan(60);
      return found.stream().map(CompileGateBenchmark::bytes).toList();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("AnnotateFormatMethod") // one line of the report each
  private static void say(String form, Object... given) {
    System.out.println("benchmark: " + String.format(Locale.ROOT, form, given));
  }
}
