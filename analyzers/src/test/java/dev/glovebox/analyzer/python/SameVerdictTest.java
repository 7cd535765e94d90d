package dev.glovebox.analyzer.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.Analysis;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.prepare.python.PythonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The verdict on every program of the repository, whoever asks for it, when and how often. */
@Timeout(300)
final class SameVerdictTest {
  private static final int PROGRAMS_MIN = 340;
  private static final int THREADS = 16;
  private static final int ROUNDS = 100;
  private static final int IDENTITIES = 77_777;

  /** Every so many-th program is judged a hundred times; all would take a minute. */
  private static final int WARM_STEP = 5;

  private static PythonAnalyzer analyzer() {
    return new PythonAnalyzer(
        new PythonParser(System::nanoTime, Duration.ofSeconds(60)), RuleSet.pythonCore());
  }

  private static List<byte[]> programs() throws IOException {
    Path root = Path.of(System.getProperty("glovebox.root"), "strategies");
    List<byte[]> programs = new ArrayList<>();
    for (String folder : List.of("attacks/python", "examples/src/main/python", "guide-tasks")) {
      try (Stream<Path> files = Files.walk(root.resolve(folder))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".py")).sorted().toList()) {
          programs.add(Files.readAllBytes(file));
        }
      }
    }
    assertThat(programs).hasSizeGreaterThanOrEqualTo(PROGRAMS_MIN);
    return programs;
  }

  private static List<Analysis> verdicts(PythonAnalyzer analyzer, List<byte[]> programs) {
    return programs.stream().map(analyzer::analyze).toList();
  }

  @Test
  void isTheSameOnSixteenThreadsAsOnOne() throws Exception {
    List<byte[]> programs = programs();
    PythonAnalyzer analyzer = analyzer();
    List<Analysis> one = verdicts(analyzer, programs);
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Analysis>> many = new ArrayList<>();
      for (byte[] program : programs) {
        many.add(threads.submit(() -> analyzer.analyze(program)));
      }
      for (int i = 0; i < many.size(); i++) {
        assertThat(answer(many.get(i))).isEqualTo(one.get(i));
      }
    }
  }

  private static Analysis answer(Future<Analysis> future) throws Exception {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Test
  @Tag("long")
  void isTheSameAHundredTimesWarmAsAtFirst() throws IOException {
    List<byte[]> all = programs();
    List<byte[]> programs =
        IntStream.range(0, all.size())
            .filter(at -> at % WARM_STEP == 0)
            .mapToObj(all::get)
            .toList();
    PythonAnalyzer analyzer = analyzer();
    List<Analysis> first = verdicts(analyzer, programs);
    for (int round = 0; round < ROUNDS; round++) {
      assertThat(verdicts(analyzer, programs)).isEqualTo(first);
    }
  }

  @Test
  @Tag("long")
  void isTheSameInAProcessThatNeverCompiles() throws Exception {
    Process cold =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xint",
                "-Dglovebox.root=" + System.getProperty("glovebox.root"),
                "-cp",
                System.getProperty("java.class.path"),
                SameVerdictTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(cold.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(cold.waitFor()).as(said).isZero();
    assertThat(said).endsWith(digest());
  }

  /** Prints the digest of all verdicts, where objects have other identities than in the test. */
  public static void main(String[] arguments) {
    try {
      int drawn = 0;
      for (int i = 0; i < IDENTITIES; i++) {
        drawn ^= System.identityHashCode(new Object());
      }
      if (drawn == 0) {
        throw new IllegalStateException("this JVM gives all objects one identity");
      }
      System.out.println(digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest() throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Analysis verdict : verdicts(analyzer(), programs())) {
        digest.update(verdict.toString().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
