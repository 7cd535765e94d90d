package dev.glovebox.jail.escape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.jail.Jail;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every way out that we know, tried three times by the same program: in a jail, in a jail after its
 * own last step, and without a jail, where each attempt must succeed or the test proves nothing.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Escapes {
  private static final long EPERM = -1;
  private static final long ENOSYS = -38;
  private static final long TEMPORARY_BYTES_MAX = 64L * 1024 * 1024;

  /** What a worker does before its last step. */
  private static final Set<String> STARTING =
      Set.of("execve", "execveat", "connect", "unix_socket");

  @TempDir static Path scratch;
  private Map<String, String> jailed = Map.of();
  private Map<String, String> locked = Map.of();
  private Map<String, String> free = Map.of();

  /** Opens the jail, or skips the test naming what is missing. */
  abstract Jail open(Path scratch);

  /** Who the child is inside. */
  abstract String user();

  /** What the tier puts at the top of a child's files, at most. */
  abstract List<String> top();

  /** Names of the variables of a child's environment. */
  abstract List<String> environment();

  @BeforeAll
  void attempts() throws Exception {
    Attempts.mustBeTriedHere();
    try (Jail jail = open(scratch);
        Attempts attempts = Attempts.open(scratch)) {
      jailed = attempts.in(jail, "-Deverywhere=true");
      locked = attempts.in(jail, "-Dlocked=true");
      free = attempts.free();
    }
  }

  private static String said(Map<String, String> by, String name) {
    return by.getOrDefault(name, "nothing");
  }

  private void stopped(String attempt) {
    assertThat(said(free, attempt)).as("control of " + attempt).isEqualTo("yes");
    assertThat(said(jailed, attempt)).as(attempt).isNotEqualTo("yes");
    assertThat(said(locked, attempt)).as(attempt + ", locked").isNotEqualTo("yes");
  }

  @Test
  void reachesNoNetwork() {
    stopped("tcp");
    stopped("udp");
    stopped("dns");
    stopped("abstract");
    stopped("signal");
  }

  @Test
  void startsNoProgramAndNoProcess() {
    stopped("exec");
    assertThat(jailed).containsEntry("threads", "yes");
    assertThat(locked).containsEntry("threads", "yes");
  }

  @Test
  void seesItselfAloneAndNothingOfTheHostsEnvironment() {
    assertThat(Integer.parseInt(said(free, "processes"))).isGreaterThan(1);
    assertThat(jailed).containsEntry("processes", "1");
    assertThat(said(free, "environment")).contains("PATH");
    assertThat(said(jailed, "environment").split(",", -1)).isSubsetOf(environment());
  }

  @Test
  void readsNoFileOfTheHost() {
    assertThat(free).containsEntry("secret", "host secret");
    assertThat(said(jailed, "secret")).startsWith("no: ");
    stopped("passwd");
    stopped("read.key");
    stopped("read.passwd");
    stopped("read.other");
    assertThat(said(jailed, "root").split(",", -1)).isSubsetOf(top());
    assertThat(jailed).containsEntry("descriptors", "");
  }

  @Test
  void writesNowhereButIntoABoundedFolder() {
    stopped("write.key");
    stopped("make.other");
    assertThat(said(free, "writable")).contains("/tmp");
    assertThat(jailed).containsEntry("writable", "/tmp");
    assertThat(Long.parseLong(said(free, "tmp.bytes"))).isEqualTo(100L * 1024 * 1024);
    assertThat(Long.parseLong(said(jailed, "tmp.bytes"))).isLessThanOrEqualTo(TEMPORARY_BYTES_MAX);
  }

  @Test
  void hasNoRightsAndWillNeverHaveAny() {
    for (Map<String, String> inside : List.of(jailed, locked)) {
      assertThat(inside)
          .containsEntry("CapEff", "0000000000000000")
          .containsEntry("CapPrm", "0000000000000000")
          .containsEntry("CapBnd", "0000000000000000")
          .containsEntry("NoNewPrivs", "1")
          .containsEntry("Seccomp", "2")
          .containsEntry("Uid", user())
          .containsEntry("core", "0");
    }
    assertThat(free).containsEntry("Seccomp", "0");
  }

  @Test
  void opensNoSwitchOfTheKernelForWriting() {
    List<String> switches =
        free.keySet().stream().filter(name -> name.startsWith("open./proc")).toList();
    assertThat(switches).hasSize(4);
    for (String name : switches) {
      assertThat(said(jailed, name)).as(name).startsWith("no: ");
    }
    assumeTrue(
        said(free, "Uid").equals("0"),
        "missing capability root: who is not cannot open them anyway");
    assertThat(free)
        .containsEntry("open./proc/sys/kernel/core_pattern", "yes")
        .containsEntry("open./proc/sys/vm/overcommit_memory", "yes");
  }

  @Test
  void makesNoTerminalAndWritesNothingThatTheKernelKeepsOfIt() {
    List<String> own = free.keySet().stream().filter(name -> name.startsWith("own.")).toList();
    assertThat(own).hasSize(3);
    for (String name : own) {
      assertThat(said(free, name)).as("control of " + name).isEqualTo("yes");
      assertThat(said(jailed, name)).as(name).startsWith("no: ");
    }
  }

  @Test
  void makesNoneOfTheCallsThatOpenTheKernel() {
    for (String name : EscapeMain.CALLS.keySet()) {
      long inside = Long.parseLong(said(jailed, "call." + name));
      if (STARTING.contains(name)) {
        assertThat(Long.parseLong(said(locked, "call." + name))).as(name).isEqualTo(EPERM);
      } else {
        assertThat(inside).as(name).isEqualTo(name.equals("clone3") ? ENOSYS : EPERM);
        assertThat(locked).containsEntry("call." + name, Long.toString(inside));
      }
    }
    assumeTrue(
        said(free, "Uid").equals("0"), "missing capability root: the kernel itself refuses others");
    for (String name : EscapeMain.CALLS.keySet()) {
      assertThat(Long.parseLong(said(free, "call." + name)))
          .as("control of " + name)
          .isNotIn(EPERM, ENOSYS);
    }
  }
}
