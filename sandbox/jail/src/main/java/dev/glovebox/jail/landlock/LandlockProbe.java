package dev.glovebox.jail.landlock;

import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.Spawner;
import dev.glovebox.jail.launch.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out whether Landlock hides files here, by doing it: a shell behind the launcher tries to
 * read and to write a file of ours, and only if it can do neither is the measure there.
 */
public final class LandlockProbe {
  private static final Duration WAIT_MAX = Duration.ofSeconds(20);
  private static final int OUTPUT_BYTES_MAX = 4096;
  private static final String CLOSED = "closed";

  /** Built-in commands alone: no other program can be started. */
  private static final String SCRIPT =
      "while read -r name value; do case $name in NoNewPrivs:) echo \"nonewprivs=$value\";; esac;"
          + " done </proc/self/status;"
          + " if read -r line <\"$1\"; then echo reading=open; else echo reading=closed; fi;"
          + " if echo x >>\"$1\"; then echo writing=open; else echo writing=closed; fi";

  private static final Map<String, String> WANTED =
      Map.of("nonewprivs", "1", "reading", CLOSED, "writing", CLOSED);

  private LandlockProbe() {}

  /**
   * What came out.
   *
   * @param facts what the trial said, as {@code name=value}
   * @param absent why there is no launcher, with the consequence; exactly one of the two is there
   */
  public record Outcome(
      List<String> facts, Optional<LandlockLauncher> launcher, Optional<String> absent) {
    /** Copies the list. */
    public Outcome {
      facts = List.copyOf(facts);
    }
  }

  /**
   * Tries it. Never throws on account of the machine.
   *
   * @param java of the runtime of children
   * @param launcher {@link LandlockLauncher#image}, with or without its cache
   * @param scratch an existing private folder
   * @param version of the kernel's Landlock; 0 = it has none
   */
  public static Outcome open(
      Path java, ProcessImage launcher, Path scratch, List<Path> programs, int version) {
    if (version < 1) {
      return absent("this kernel has none, or it is switched off");
    }
    try {
      LandlockLauncher made = new LandlockLauncher(java, launcher, version);
      Optional<Path> shell = new Programs(programs).find(Programs.SHELL);
      if (shell.isEmpty()) {
        return absent("no program sh in the PATH to try it with");
      }
      return judged(made, tried(made, shell.get().toRealPath(), scratch), version);
    } catch (IOException e) {
      return absent(String.valueOf(e.getMessage()));
    }
  }

  private static List<String> tried(LandlockLauncher launcher, Path shell, Path scratch)
      throws IOException {
    Path file = Files.writeString(Files.createTempFile(scratch, "trial", ""), "ours\n");
    try (Spawner spawner = new Spawner()) {
      ProcessBuilder builder =
          new ProcessBuilder(launcher.trial(shell, SCRIPT, List.of(file.toString())));
      builder.environment().clear();
      builder.directory(Path.of("/").toFile());
      try (JailedProcess process = spawner.start("trial", builder, Optional.empty(), () -> {})) {
        process.killAfter(WAIT_MAX);
        String said =
            new String(process.stdout().readNBytes(OUTPUT_BYTES_MAX), StandardCharsets.UTF_8);
        if (said.isBlank()) {
          process.awaitErrors();
          throw new IOException(
              process.stderrText().lines().findFirst().orElse("the trial ended without a word"));
        }
        return said.lines().toList();
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Outcome judged(LandlockLauncher launcher, List<String> said, int version) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : said) {
      String[] parts = line.split("=", 2);
      if (parts.length == 2) {
        values.put(parts[0], parts[1]);
      }
    }
    for (Map.Entry<String, String> wanted : WANTED.entrySet()) {
      String value = values.getOrDefault(wanted.getKey(), "unknown");
      if (!value.equals(wanted.getValue())) {
        return absent("in its trial " + wanted.getKey() + " was " + value);
      }
    }
    List<String> facts = new ArrayList<>(List.of("landlock=" + version));
    values.forEach((name, value) -> facts.add(name + "=" + value));
    return new Outcome(facts, Optional.of(launcher), Optional.empty());
  }

  private static Outcome absent(String why) {
    return new Outcome(
        List.of(),
        Optional.empty(),
        Optional.of(
            "landlock: " + why + "; a child that breaks out can read and write this user's files"));
  }
}
