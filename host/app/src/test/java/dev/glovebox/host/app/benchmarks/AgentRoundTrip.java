package dev.glovebox.host.app.benchmarks;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.client.HostAddress;
import dev.glovebox.host.app.client.HostClient;
import dev.glovebox.host.app.host.Folders;
import dev.glovebox.host.app.host.Images;
import dev.glovebox.host.app.host.PrivateHost;
import dev.glovebox.host.app.host.ServedHost;
import dev.glovebox.host.app.setup.DevelopmentHost;
import dev.glovebox.host.app.spec.LimitsFile;
import dev.glovebox.host.audit.Origin;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.proto.api.v1.Analysis;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long an agent waits from submit to findings: with processes that are started for the request,
 * and with processes that wait for it.
 *
 * <p>Argument: submissions of each kind, 20 if missing. Between two there is the pause that an
 * agent needs to read its findings; the pool refills in it. Prints one line for each kind.
 */
public final class AgentRoundTrip {
  private static final int SUBMISSIONS = 20;
  private static final long PAUSE_MILLIS = 4000;

  private final PrintStream out;
  private final Surroundings surroundings;
  private final byte[] source;
  private final int submissions;

  private AgentRoundTrip(PrintStream out, Surroundings surroundings, int submissions)
      throws IOException {
    this.out = out;
    this.surroundings = surroundings;
    this.submissions = submissions;
    this.source =
        Files.readAllBytes(
            surroundings.home().resolve("strategies/examples/src/main/python/sma_cross.py"));
  }

  /** Measures. */
  public static void main(String[] arguments) throws Exception {
    int submissions = arguments.length == 0 ? SUBMISSIONS : Integer.parseInt(arguments[0]);
    measure(System.out, Surroundings.ofThisProcess(), submissions);
    System.exit(0);
  }

  /** Measures both kinds, {@code submissions} of each. */
  static void measure(PrintStream out, Surroundings surroundings, int submissions)
      throws Exception {
    AgentRoundTrip benchmark = new AgentRoundTrip(out, surroundings, submissions);
    benchmark.cold();
    benchmark.warm();
  }

  private void cold() throws InterruptedException {
    long caches =
        new Images(surroundings)
            .ofStrongestTier().all().stream().filter(found -> found.missing().isEmpty()).count();
    out.println("caches in force: " + caches);
    try (PrivateHost host =
            PrivateHost.start(
                surroundings,
                Optional.empty(),
                PrivateHost.limits(surroundings, Optional.empty()),
                _ -> {});
        HostClient client = host.client()) {
      measure("cold", client);
    }
  }

  private void warm() throws Exception {
    Path folder = Folders.temporary(surroundings.temporary(), "gbb-");
    try {
      Path made = folder.resolve("made");
      Origin _ =
          new DevelopmentHost(
                  made,
                  new TeamId("alpha"),
                  "127.0.0.1:0",
                  List.of(),
                  surroundings.home().resolve(LimitsFile.COMMITTED_NAME))
              .write(new SystemClock(), new SecureRandom());
      try (ServedHost host = ServedHost.start(surroundings, made.resolve("host/glovebox.toml"));
          HostClient client =
              new HostClient(
                  new HostAddress.Unix(
                      Path.of(host.ready().replaceAll("^READY unix=([^ ]+).*$", "$1"))))) {
        Thread.sleep(PAUSE_MILLIS);
        measure("warm", client);
      }
    } finally {
      Folders.removeTree(folder);
    }
  }

  private void measure(String kind, HostClient client) throws InterruptedException {
    double[] millis = new double[submissions];
    for (int i = 0; i < submissions; i++) {
      // Another source each time: nothing of the answer can be remembered.
      byte[] submitted =
          (new String(source, StandardCharsets.UTF_8) + "\n# " + kind + " " + i + "\n")
              .getBytes(StandardCharsets.UTF_8);
      long start = System.nanoTime();
      int findings =
          client.submit(submitted, "sma_cross.py", Analysis.ANALYSIS_ON).getFindingsCount();
      millis[i] = (System.nanoTime() - start) / 1e6;
      if (findings < 0) {
        throw new IllegalStateException("no findings");
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    Arrays.sort(millis);
    out.printf(
        Locale.ROOT,
        "submit to findings, %s: p50 %.0f ms, p95 %.0f ms, least %.0f ms, of %d; load %.1f on %d"
            + " processors%n",
        kind,
        millis[submissions / 2],
        millis[(int) Math.ceil(submissions * 0.95) - 1],
        millis[0],
        submissions,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().availableProcessors());
  }
}
