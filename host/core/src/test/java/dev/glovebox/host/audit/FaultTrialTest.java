package dev.glovebox.host.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a writer with SIGKILL at every point of {@link FaultHook}: no record with a receipt is
 * lost, the log recovers to a clean prefix, and verifies.
 *
 * <p>The system property {@value #TRIALS} says how many times each point is tried (1 by default);
 * trial n is seeded by n.
 */
@Timeout(3600)
final class FaultTrialTest {
  private static final String TRIALS = "glovebox.trials";
  private static final int RECORDS = 80;
  private static final int OCCURRENCES_MAX = 4;
  private static final int KILLED_BY_SIGKILL = 128 + 9;
  private static final int CHILD_SECONDS_MAX = 120;

  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicTest> losesNothingThatHadAReceipt() {
    FaultHook.Point[] points = FaultHook.Point.values();
    int trials = points.length * Integer.getInteger(TRIALS, 1);
    return IntStream.range(0, trials)
        .mapToObj(trial -> {
          FaultHook.Point point = points[trial % points.length];
          int occurrence = 1 + new Random(trial).nextInt(OCCURRENCES_MAX);
          return DynamicTest.dynamicTest(
              "trial %d: %s, time %d".formatted(trial, point, occurrence),
              () -> run(temporary.resolve("trial" + trial), point, occurrence));
        });
  }

  private static void run(Path data, FaultHook.Point point, int occurrence)
      throws IOException, InterruptedException {
    LogFixture fixture = new LogFixture(data);
    List<String> receipts = runChild(data, point, occurrence);
    assertThat(Verifier.verify(audit(data), Optional.empty(), Optional.empty()).lines())
        .as("before recovery")
        .noneMatch(line -> line.startsWith("AUDIT_"));
    Path trust = data.resolve("trust.json");
    try (AuditLog log = fixture.open()) {
      for (String receipt : receipts) {
        String[] parts = receipt.split(" ", 2);
        AuditReader.Read read = log.reader().read(Long.parseLong(parts[0]));
        assertThat(read.leafHash().hex()).isEqualTo(parts[1]);
      }
      assertThat(log.reader().size()).isGreaterThan(receipts.size());
      Receipt more = log.append(LogFixture.decision(0));
      assertThat(more.sequence()).isEqualTo(log.reader().size() - 1);
      log.trust().write(trust);
    }
    Verification answer =
        Verifier.verify(
            audit(data),
            Optional.of(trust),
            Optional.of(data.resolve("keys").resolve("epoch.keys")));
    assertThat(answer.exitCode()).as(answer.lines().toString()).isZero();
  }

  private static List<Path> audit(Path data) {
    return List.of(data.resolve("audit"));
  }

  private static List<String> runChild(Path data, FaultHook.Point point, int occurrence)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FaultChild.class.getName(),
                data.toString(),
                point.name(),
                String.valueOf(occurrence),
                String.valueOf(RECORDS))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor(CHILD_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue())
        .as("the child must die at its point")
        .isEqualTo(KILLED_BY_SIGKILL);
    // A line cut by the kill is no receipt.
    return printed.substring(0, printed.lastIndexOf('\n') + 1).lines().toList();
  }
}
