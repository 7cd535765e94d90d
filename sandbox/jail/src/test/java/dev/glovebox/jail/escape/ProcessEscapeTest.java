package dev.glovebox.jail.escape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.ProcessJail;
import dev.glovebox.jail.armour.Armour;
import dev.glovebox.jail.landlock.LandlockLauncher;
import dev.glovebox.jail.landlock.LandlockProbe;
import dev.glovebox.jail.seccomp.Filter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The attempts in tier {@code process}: behind the launcher before and after the child's own last
 * step, and without the launcher, where every file must be open or the test proves nothing.
 */
@Timeout(120)
final class ProcessEscapeTest {
  private static final String EPERM = "-1";
  private static final String EACCES = "-13";
  private static final String ENOSYS = "-38";
  private static final String LOCKED = "-Dlocked=true";

  @TempDir static Path scratch;
  private static int version;
  private static Map<String, String> starting = Map.of();
  private static Map<String, String> locked = Map.of();
  private static Map<String, String> unlaunched = Map.of();
  private static Map<String, String> free = Map.of();

  @BeforeAll
  static void attempts() throws Exception {
    Attempts.mustBeTriedHere();
    version = Armour.of("Linux", "amd64").orElseThrow().landlockVersion();
    LandlockProbe.Outcome landlock =
        LandlockProbe.open(
            Attempts.JAVA, LandlockLauncher.image(), scratch, Attempts.programs(), version);
    assumeTrue(
        landlock.launcher().isPresent(), () -> "missing capability landlock: " + landlock.absent());
    try (Attempts attempts = Attempts.open(scratch);
        Jail behind = jail(landlock.launcher());
        Jail without = jail(Optional.empty())) {
      starting = attempts.in(behind, "-Dlocked=false");
      locked = attempts.in(behind, LOCKED);
      unlaunched = attempts.in(without, LOCKED);
      free = attempts.free();
    }
  }

  private static Jail jail(Optional<LandlockLauncher> launcher) {
    return new ProcessJail(
        Attempts.JAVA,
        scratch,
        false,
        Optional.of(Filter.locked(Attempts.architecture())),
        launcher);
  }

  @Test
  void opensNoFileOfTheHostAndNoneOfAnotherCandidate() {
    for (String file : List.of("read.key", "read.passwd", "read.other")) {
      assertThat(unlaunched).as("control").containsEntry(file, "yes");
      assertThat(starting).containsEntry(file, EACCES);
      assertThat(locked).containsEntry(file, EACCES);
    }
    assertThat(unlaunched).containsEntry("secret", "host secret");
    assertThat(locked.get("secret")).startsWith("no: ");
    assertThat(locked).containsEntry("root", "no: AccessDeniedException");
    assertThat(Integer.parseInt(unlaunched.get("processes"))).isGreaterThan(1);
    assertThat(locked).containsEntry("processes", "no: AccessDeniedException");
    assertThat(locked).containsEntry("descriptors", "");
  }

  @Test
  void writesNowhereButIntoItsOwnFolderAndNotIntoItsImage() {
    for (String place : List.of("write.key", "write.image", "make.other")) {
      assertThat(unlaunched).as("control").containsEntry(place, "yes");
      assertThat(starting).containsEntry(place, EACCES);
      assertThat(locked).containsEntry(place, EACCES);
    }
    assertThat(unlaunched.get("writable")).contains("/tmp");
    assertThat(locked).containsEntry("writable", "").containsEntry("make.own", "yes");
  }

  @Test
  void opensNoSwitchOfTheKernelForWriting() {
    List<String> switches =
        locked.keySet().stream().filter(name -> name.startsWith("open./proc")).toList();
    assertThat(switches).hasSize(4);
    for (String name : switches) {
      assertThat(locked.get(name)).as(name).startsWith("no: ");
    }
    assertThat(locked).containsEntry("core", "0");
  }

  @Test
  void reachesNothingByTcpAndSignalsNobodyEvenBeforeItIsLocked() {
    assumeTrue(version >= 6, "missing capability landlock-6: this kernel has version " + version);
    for (String attempt : List.of("tcp", "abstract", "signal")) {
      assertThat(free).as("control of " + attempt).containsEntry(attempt, "yes");
      assertThat(starting.get(attempt)).as(attempt).isNotEqualTo("yes");
    }
  }

  @Test
  void onceLockedReachesNothingAndStartsNothing() {
    for (String attempt : List.of("tcp", "udp", "dns", "abstract", "exec", "signal")) {
      assertThat(free).as("control of " + attempt).containsEntry(attempt, "yes");
      for (Map<String, String> inside : List.of(locked, unlaunched)) {
        assertThat(inside.get(attempt)).as(attempt).isNotEqualTo("yes");
      }
    }
    for (String name : EscapeMain.CALLS.keySet()) {
      String refused = name.equals("clone3") ? ENOSYS : EPERM;
      assertThat(locked).containsEntry("call." + name, refused);
      assertThat(unlaunched).containsEntry("call." + name, refused);
    }
    assertThat(locked)
        .containsEntry("threads", "yes")
        .containsEntry("environment", "LANG")
        .containsEntry("NoNewPrivs", "1")
        .containsEntry("Seccomp", "2");
  }
}
