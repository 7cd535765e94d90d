package dev.glovebox.host.app.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a command and tells what it and everything that it started cost.
 *
 * <p>By the shell's times, and by a look at every process ten times a second, whichever is more:
 * the shell's sum lacks a jailed process that was killed, because nobody who counts waits for it,
 * and the looks lack what lives shorter than their pause.
 */
final class ProcessTree {
  /** User and system time of the shell's children, on the second line of {@code times}. */
  private static final Pattern TIMES =
      Pattern.compile("(\\d+)m(\\d+)[.,](\\d+)s (\\d+)m(\\d+)[.,](\\d+)s\\s*$");

  private static final long LOOK_MILLIS = 100;

  private ProcessTree() {}

  /**
   * What a command cost.
   *
   * @param cpuSeconds of the whole tree, user and system
   */
  record Cost(int exit, double wallSeconds, double cpuSeconds, String out) {}

  static Cost run(Path folder, List<String> command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out-", ".txt");
    Path times = Files.createTempFile(folder, "times-", ".txt");
    List<String> line = new ArrayList<>();
    line.addAll(
        List.of(
            "bash", "-c", "\"$@\" </dev/null >\"$0\" 2>\"$0.err\"; code=$?; times; exit $code"));
    line.add(out.toString());
    line.addAll(command);
    long start = System.nanoTime();
    Process shell =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(times.toFile()).start();
    Map<Long, Duration> seen = new HashMap<>();
    while (!shell.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      shell
          .descendants()
          .forEach(process ->
              process.info().totalCpuDuration().ifPresent(cpu -> seen.put(process.pid(), cpu)));
    }
    double wall = (System.nanoTime() - start) / 1e9;
    double looked = seen.values().stream().mapToLong(Duration::toNanos).sum() / 1e9;
    return new Cost(
        shell.exitValue(),
        wall,
        Math.max(looked, cpu(Files.readString(times, StandardCharsets.UTF_8))),
        Files.readString(out, StandardCharsets.UTF_8)
            + Files.readString(Path.of(out + ".err"), StandardCharsets.UTF_8));
  }

  private static double cpu(String times) {
    Matcher last = TIMES.matcher(times);
    if (!last.find()) {
      throw new IllegalStateException("the shell's times have another form: " + times);
    }
    return seconds(last, 1) + seconds(last, 4);
  }

  private static double seconds(Matcher times, int group) {
    return 60.0 * Integer.parseInt(times.group(group))
        + Double.parseDouble(times.group(group + 1) + "." + times.group(group + 2));
  }
}
