package dev.glovebox.jail.bwrap;

import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.TierProbe;
import dev.glovebox.jail.cgroup.Controller;
import dev.glovebox.jail.view.Bind;
import dev.glovebox.jail.view.Libraries;
import dev.glovebox.jail.view.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds out whether this machine can jail by bubblewrap, by doing it: a shell in a jail reads what
 * the kernel says of it, and only if that is what it must be is the tier there.
 */
public final class BwrapProbe {
  private static final Duration WAIT_MAX = Duration.ofSeconds(10);
  private static final long MEMORY_BYTES_MAX = 64L * 1024 * 1024;
  private static final int OUTPUT_BYTES_MAX = 64 * 1024;
  private static final String SHELL = "/bin/sh";

  /** Built-in commands alone: no other program is in there. */
  private static final String SCRIPT =
      "while read -r line; do echo \"$line\"; done </proc/self/status;"
          + " n=0; for p in /proc/[0-9]*; do n=$((n + 1)); done; echo \"Processes: $n\"";

  /** What the kernel must say, by its names. */
  private static final Map<String, String> WANTED =
      new TreeMap<>(
          Map.of(
              "CapEff", "0000000000000000",
              "CapBnd", "0000000000000000",
              "NoNewPrivs", "1",
              "Seccomp", "2",
              "Processes", "1",
              "Uid", Integer.toString(Launch.INSIDE)));

  private BwrapProbe() {}

  /**
   * What came out, and the jail itself if it can be used.
   *
   * @param jail the caller closes it
   */
  public record Outcome(TierProbe probe, Optional<BwrapJail> jail) {}

  /** Tries it. Never throws on account of the machine. */
  public static Outcome open(BwrapSettings settings) {
    Programs programs = new Programs(settings.programs());
    boolean root;
    try {
      root = isRoot();
    } catch (IOException e) {
      return unavailable(List.of("proc: /proc/self/status cannot be read"));
    }
    List<String> missing = missingPrograms(programs, root);
    if (!missing.isEmpty()) {
      return unavailable(missing);
    }
    BwrapJail jail;
    try {
      if (root) {
        mustBeReadable(settings);
      }
      jail = BwrapJail.open(settings, root);
    } catch (IOException e) {
      return unavailable(List.of("image: " + e.getMessage()));
    }
    TierProbe probe = tried(jail, programs);
    if (probe.available()) {
      jail.tried(probe);
      return new Outcome(probe, Optional.of(jail));
    }
    jail.close();
    return new Outcome(probe, Optional.empty());
  }

  private static boolean isRoot() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("Uid:")) {
        return Arrays.asList(line.split("\\s+", -1)).contains("0");
      }
    }
    throw new IOException("no user in /proc/self/status");
  }

  /** Root reads everything; the users that it hands out read what everybody may. */
  private static void mustBeReadable(BwrapSettings settings) throws IOException {
    List<Path> files = new ArrayList<>(settings.shown());
    files.add(settings.java());
    files.add(settings.runtime().resolve("lib/modules"));
    for (Path file : files) {
      if (!Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
        throw new IOException(
            file + " cannot be read by other users; allow it by chmod -R o+rX on its folder");
      }
    }
  }

  private static List<String> missingPrograms(Programs programs, boolean root) {
    List<String> wanted =
        new ArrayList<>(List.of(Programs.BUBBLEWRAP, Programs.PRLIMIT, Programs.SHELL));
    if (root) {
      wanted.addAll(List.of(Programs.SETPRIV, Programs.UNSHARE, Programs.MOUNT));
    }
    return wanted.stream()
        .filter(name -> programs.find(name).isEmpty())
        .map(name ->
            (name.equals(Programs.BUBBLEWRAP) ? "bubblewrap" : name)
                + ": no program "
                + name
                + " in the PATH; install the package "
                + Programs.packageOf(name))
        .toList();
  }

  private static TierProbe tried(BwrapJail jail, Programs programs) {
    Map<String, String> said;
    try {
      Path shell = programs.find(Programs.SHELL).orElseThrow().toRealPath();
      List<Bind> binds = new ArrayList<>(Launch.libraries(Libraries.of(List.of(shell), List.of())));
      binds.add(Bind.readOnly(shell, SHELL));
      try (JailedProcess process =
          jail.launch(
              "probe", binds, List.of(SHELL, "-c", SCRIPT), MEMORY_BYTES_MAX, Optional.empty())) {
        process.killAfter(WAIT_MAX);
        said = parsed(process.stdout().readNBytes(OUTPUT_BYTES_MAX));
        if (said.isEmpty()) {
          var _ = process.awaitExit(WAIT_MAX);
          process.awaitErrors();
          return TierProbe.unavailable(Tier.BWRAP, List.of(reason(process.stderrText())));
        }
      }
    } catch (IOException e) {
      return TierProbe.unavailable(Tier.BWRAP, List.of("bubblewrap: " + e.getMessage()));
    }
    return judged(jail, said);
  }

  private static TierProbe judged(BwrapJail jail, Map<String, String> said) {
    List<String> facts = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> wanted : WANTED.entrySet()) {
      String value = said.getOrDefault(wanted.getKey(), "unknown");
      facts.add(wanted.getKey().toLowerCase(Locale.ROOT) + "=" + value);
      if (!value.equals(wanted.getValue())) {
        wrong.add(
            wanted.getKey().toLowerCase(Locale.ROOT)
                + ": "
                + value
                + " inside of a jail, and it must be "
                + wanted.getValue());
      }
    }
    List<String> absent =
        jail.cgroups().missing().entrySet().stream()
            .map(entry -> absent(entry.getKey(), entry.getValue()))
            .toList();
    return new TierProbe(Tier.BWRAP, facts, wrong, absent);
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

  private static String reason(String errors) {
    String first = errors.lines().findFirst().orElse("it ended without a word").trim();
    String lower = first.toLowerCase(Locale.ROOT);
    if (lower.contains("seccomp")) {
      return "seccomp: " + first;
    }
    if (lower.contains("namespace") || lower.contains("uid map") || lower.contains("userns")) {
      return "user namespaces: "
          + first
          + "; allow them, for example by sysctl user.max_user_namespaces and"
          + " kernel.unprivileged_userns_clone";
    }
    return "bubblewrap: " + first;
  }

  private static Outcome unavailable(List<String> missing) {
    return new Outcome(TierProbe.unavailable(Tier.BWRAP, missing), Optional.empty());
  }
}
