package dev.glovebox.host.app.host;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.jail.HeldFolder;
import dev.glovebox.jail.Jail;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessExit;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.Tier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a program of a reviewer where a worker would run: the worker's image, flags and bounds, in a
 * jail of its tier, locked as a worker is before it reads a candidate's first byte. It is given no
 * socket: a worker's is connected by then, and may not be dialled again.
 */
public record JailProbe(Surroundings surroundings) {
  /** Largest output that is shown, in bytes. */
  public static final int OUTPUT_BYTES_MAX = 1024 * 1024;

  private static final String MAIN = "dev.glovebox.lockdown.ProbeMain";
  private static final String PROGRAM = "-Dglovebox.probe.program=";
  private static final ProcessLimits LIMITS = new ProcessLimits(256, 64);

  /**
   * What came of it.
   *
   * @param tier of the jail
   * @param measures in force, by their stable names
   * @param output what the program said on stdout, at most {@link #OUTPUT_BYTES_MAX} of it
   * @param errors the kept part of stderr
   * @param exit how it ended
   */
  public record Outcome(
      Tier tier, List<String> measures, String output, String errors, ProcessExit exit) {
    /** Copies the list. */
    public Outcome {
      measures = List.copyOf(measures);
    }
  }

  /**
   * Runs {@code program}, a class of {@code jar} with a {@code main(String[])}.
   *
   * @param floor the weakest tier that may be used
   * @param wall after which it is killed
   * @throws Refusal TIER_UNAVAILABLE, naming what is missing
   */
  public Outcome run(Path jar, String program, Tier floor, Duration wall) throws IOException {
    try (HeldFolder held = Folders.held(surroundings.temporary(), HeldFolder.Kind.PROBE)) {
      Images images = new Images(surroundings);
      try (Jail jail =
          new Jails(surroundings, images).open(held.path(), floor, List.of(jar)).jail()) {
        ProcessImage image = image(images.of(jail.tier()).worker().image(), jar, program);
        try (JailedProcess process = jail.start(image, LIMITS)) {
          process.killAfter(wall);
          String output =
              new String(process.stdout().readNBytes(OUTPUT_BYTES_MAX), StandardCharsets.UTF_8);
          ProcessExit exit =
              process
                  .awaitExit(wall.plus(JailedProcess.REAP_WAIT_MAX))
                  .orElseThrow(() -> new Refusal(Code.INTERNAL, "the probe cannot be ended"));
          process.awaitErrors();
          return new Outcome(
              jail.tier(), jail.isolationMeasures(), output, process.stderrText(), exit);
        }
      }
    }
  }

  private static ProcessImage image(ProcessImage worker, Path jar, String program) {
    List<Path> classPath = new ArrayList<>(worker.classPath());
    // At the end, so that the cache that was recorded over the rest is in force.
    classPath.add(jar);
    List<String> flags = new ArrayList<>(worker.jvmFlags());
    flags.add(PROGRAM + program);
    return new ProcessImage(worker.name(), classPath, MAIN, flags);
  }
}
