package dev.glovebox.jail.launch;

import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.TierProbe;
import dev.glovebox.jail.cgroup.Cgroups;
import dev.glovebox.jail.cgroup.Controller;
import dev.glovebox.jail.view.Bind;
import dev.glovebox.jail.view.Libraries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds out whether a jail holds, by using it: a shell in it reads what the kernel says of it, and
 * only if that is what it must be is the tier there. The same for every tier that builds a world.
 *
 * @param tier the tier tried
 * @param builder the program that builds it, for messages
 * @param user number of the user that the child must see itself as
 */
public record Trial(Tier tier, String builder, int user) {
  private static final Duration WAIT_MAX = Duration.ofSeconds(10);
  private static final long MEMORY_BYTES_MAX = 64L * 1024 * 1024;
  private static final int OUTPUT_BYTES_MAX = 64 * 1024;
  private static final String SHELL = "/bin/sh";

  /** Built-in commands alone: no other program is in there. */
  private static final String SCRIPT =
      "while read -r line; do echo \"$line\"; done </proc/self/status;"
          + " n=0; for p in /proc/[0-9]*; do n=$((n + 1)); done; echo \"Processes: $n\"";

  /** Starts a command over binds, within a bound of memory, in the jail that is tried. */
  @FunctionalInterface
  public interface Start {
    /** Starts it. */
    JailedProcess launch(List<Bind> binds, List<String> command, long memoryBytesMax)
        throws IOException;
  }

  /** What the kernel must say, by its names. */
  private Map<String, String> wanted() {
    return new TreeMap<>(
        Map.of(
            "CapEff", "0000000000000000",
            "CapBnd", "0000000000000000",
            "NoNewPrivs", "1",
            "Seccomp", "2",
            "Processes", "1",
            "Uid", Integer.toString(user)));
  }

  /** Holds the trial. Never throws on account of the machine. */
  public TierProbe hold(Programs programs, Cgroups cgroups, Start start) {
    Map<String, String> said;
    try {
      Path shell = programs.find(Programs.SHELL).orElseThrow().toRealPath();
      List<Bind> binds = new ArrayList<>(Libraries.binds(Libraries.of(List.of(shell), List.of())));
      binds.add(Bind.readOnly(shell, SHELL));
      try (JailedProcess process =
          start.launch(binds, List.of(SHELL, "-c", SCRIPT), MEMORY_BYTES_MAX)) {
        process.killAfter(WAIT_MAX);
        said = parsed(process.stdout().readNBytes(OUTPUT_BYTES_MAX));
        if (said.isEmpty()) {
          var _ = process.awaitExit(WAIT_MAX);
          process.awaitErrors();
          return TierProbe.unavailable(tier, List.of(reason(process.stderrText())));
        }
      }
    } catch (IOException e) {
      return TierProbe.unavailable(tier, List.of(builder + ": " + e.getMessage()));
    }
    return judged(cgroups, said);
  }

  private TierProbe judged(Cgroups cgroups, Map<String, String> said) {
    List<String> facts = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> wanted : wanted().entrySet()) {
      String name = wanted.getKey().toLowerCase(Locale.ROOT);
      String value = said.getOrDefault(wanted.getKey(), "unknown");
      facts.add(name + "=" + value);
      if (!value.equals(wanted.getValue())) {
        wrong.add(name + ": " + value + " inside of a jail, and it must be " + wanted.getValue());
      }
    }
    List<String> absent =
        cgroups.missing().entrySet().stream()
            .map(entry -> absent(entry.getKey(), entry.getValue()))
            .toList();
    return new TierProbe(tier, facts, wrong, absent);
  }

  private static String absent(Controller controller, String why) {
    String consequence =
        switch (controller) {
          case MEMORY -> "a child's native memory is bounded by the machine's alone";
          case PIDS -> "threads are bounded per user, where each child has its own";
          case CPU -> "a child may use every processor";
        };
    return "cgroup-" + controller.text() + ": " + why + "; " + consequence;
  }

  /** Lines {@code Name: value}; of several values the first. */
  private static Map<String, String> parsed(byte[] output) {
    Map<String, String> said = new TreeMap<>();
    for (String line : new String(output, StandardCharsets.UTF_8).lines().toList()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        said.put(line.substring(0, colon), line.substring(colon + 1).trim().split("\\s+", 2)[0]);
      }
    }
    return said;
  }

  private String reason(String errors) {
    String first = errors.lines().findFirst().orElse("it ended without a word").trim();
    String lower = first.toLowerCase(Locale.ROOT);
    if (lower.contains("seccomp")) {
      return "seccomp: " + first;
    }
    if (lower.contains("namespace")
        || lower.contains("uid map")
        || lower.contains("userns")
        || lower.contains("unshare failed")) {
      return "user namespaces: "
          + first
          + "; allow them, for example by sysctl user.max_user_namespaces and"
          + " kernel.unprivileged_userns_clone";
    }
    return builder + ": " + first;
  }
}
