package dev.glovebox.jail.seccomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FilterTest {
  private static final int X86 = 0xC000003E;
  private static final int I386 = 0x40000003;
  private static final long THREAD = 0x3D0F00;

  /** What no worker needs and an attacker would like, on x86_64. */
  private static final Map<String, Integer> FORBIDDEN =
      Map.ofEntries(
          Map.entry("fork", 57),
          Map.entry("vfork", 58),
          Map.entry("ptrace", 101),
          Map.entry("kill", 62),
          Map.entry("tkill", 200),
          Map.entry("bind", 49),
          Map.entry("listen", 50),
          Map.entry("accept4", 288),
          Map.entry("mount", 165),
          Map.entry("umount2", 166),
          Map.entry("unshare", 272),
          Map.entry("setns", 308),
          Map.entry("pivot_root", 155),
          Map.entry("chroot", 161),
          Map.entry("bpf", 321),
          Map.entry("perf_event_open", 298),
          Map.entry("io_uring_setup", 425),
          Map.entry("keyctl", 250),
          Map.entry("add_key", 248),
          Map.entry("request_key", 249),
          Map.entry("userfaultfd", 323),
          Map.entry("process_vm_readv", 310),
          Map.entry("process_vm_writev", 311),
          Map.entry("memfd_create", 319),
          Map.entry("pidfd_open", 434),
          Map.entry("pidfd_getfd", 438),
          Map.entry("open_by_handle_at", 304),
          Map.entry("setuid", 105),
          Map.entry("capset", 126),
          Map.entry("personality", 135),
          Map.entry("execveat", 322),
          Map.entry("landlock_restrict_self", 446),
          Map.entry("fsopen", 430),
          Map.entry("move_mount", 429));

  private final Machine whole = new Machine(Filter.whole(Architecture.X86_64, 1).bytes());
  private final Machine locked = new Machine(Filter.locked(Architecture.X86_64).bytes());
  private final Machine started = new Machine(Filter.started(Architecture.X86_64).bytes());

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void allowsWhatIsListedWithoutACondition(Architecture architecture) {
    Machine machine = new Machine(Filter.whole(architecture, 1).bytes());
    for (SystemCallRule rule : SystemCallList.read()) {
      OptionalInt number = rule.number(architecture);
      if (number.isPresent() && rule.condition() instanceof SystemCallRule.Always) {
        assertThat(machine.verdict(architecture.audit(), number.getAsInt()))
            .as(rule.name())
            .isEqualTo(Filter.ALLOW);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void refusesEveryNumberThatIsNotListed(Architecture architecture) {
    Machine machine = new Machine(Filter.whole(architecture, 1).bytes());
    Set<Integer> listed =
        SystemCallList.read().stream()
            .flatMapToInt(rule -> rule.number(architecture).stream())
            .boxed()
            .collect(Collectors.toSet());
    for (int number = -1; number < 1024; number++) {
      if (!listed.contains(number)) {
        assertThat(machine.verdict(architecture.audit(), number))
            .as("call %s", number)
            .isEqualTo(number == 435 ? Filter.ENOSYS : Filter.EPERM);
      }
    }
  }

  @Test
  void refusesWhatAnAttackerWouldLike() {
    FORBIDDEN.forEach((name, number) -> {
      assertThat(whole.verdict(X86, number)).as(name).isEqualTo(Filter.EPERM);
      assertThat(locked.verdict(X86, number)).as(name).isEqualTo(Filter.EPERM);
    });
  }

  @Test
  void endsAProcessThatCallsInAnotherArchitecturesWay() {
    for (Machine machine : List.of(whole, locked, started)) {
      assertThat(machine.verdict(I386, 0)).isEqualTo(Filter.KILL);
      assertThat(machine.verdict(0xC00000B7, 63)).isEqualTo(Filter.KILL);
    }
  }

  @Test
  void refusesTheSecondNumberingOfTheArchitecture() {
    for (Machine machine : List.of(whole, locked, started)) {
      assertThat(machine.verdict(X86, 0x40000000)).isEqualTo(Filter.EPERM);
      assertThat(machine.verdict(X86, 0x40000000 + 520)).isEqualTo(Filter.EPERM);
      assertThat(machine.verdict(X86, -1)).isEqualTo(Filter.EPERM);
    }
  }

  @Test
  void allowsCloneForThreadsInNoNewNamespaceAlone() {
    assertThat(whole.verdict(X86, 56, THREAD)).isEqualTo(Filter.ALLOW);
    assertThat(whole.verdict(X86, 56, 17)).isEqualTo(Filter.EPERM);
    assertThat(whole.verdict(X86, 56, 0)).isEqualTo(Filter.EPERM);
    assertThat(whole.verdict(X86, 56, 0x00010000)).isEqualTo(Filter.EPERM);
    for (long namespace :
        List.of(0x20000L, 0x2000000L, 0x4000000L, 0x8000000L, 0x10000000L, 0x20000000L)) {
      assertThat(whole.verdict(X86, 56, THREAD | namespace)).isEqualTo(Filter.EPERM);
    }
    assertThat(whole.verdict(X86, 56, THREAD | 0x40000000L)).isEqualTo(Filter.EPERM);
    assertThat(whole.verdict(X86, 435, THREAD)).isEqualTo(Filter.ENOSYS);
  }

  @Test
  void allowsUnixSocketsAlone() {
    for (int call : List.of(41, 53)) {
      for (int family = 0; family < 50; family++) {
        assertThat(whole.verdict(X86, call, family))
            .as("call %s, family %s", call, family)
            .isEqualTo(family == 1 ? Filter.ALLOW : Filter.EPERM);
      }
    }
  }

  @Test
  void allowsSignalsToItselfAlone() {
    assertThat(whole.verdict(X86, 234, 1, 1, 12)).isEqualTo(Filter.ALLOW);
    assertThat(whole.verdict(X86, 234, 2, 2, 9)).isEqualTo(Filter.EPERM);
    assertThat(locked.verdict(X86, 234, Filter.OWN_PROCESS, 1, 12)).isEqualTo(Filter.ALLOW);
    assertThat(locked.verdict(X86, 234, 1, 1, 9)).isEqualTo(Filter.EPERM);
  }

  @Test
  void doesNotLetATerminalBeFedWithInput() {
    assertThat(whole.verdict(X86, 16, 0, 0x541b)).isEqualTo(Filter.ALLOW);
    assertThat(whole.verdict(X86, 16, 0, 0x5412)).isEqualTo(Filter.EPERM);
    // The kernel looks at the low half alone.
    assertThat(whole.verdict(X86, 16, 0, 0x1_0000_5412L)).isEqualTo(Filter.EPERM);
  }

  @Test
  void aLockedProcessStartsNothingAndDialsNobody() {
    for (int call : List.of(59, 322, 41, 42)) {
      assertThat(locked.verdict(X86, call, 1)).isEqualTo(Filter.EPERM);
      assertThat(started.verdict(X86, call, 1)).isEqualTo(Filter.EPERM);
    }
    assertThat(whole.verdict(X86, 59)).isEqualTo(Filter.ALLOW);
    assertThat(whole.verdict(X86, 42)).isEqualTo(Filter.ALLOW);
    assertThat(started.verdict(X86, 0)).isEqualTo(Filter.ALLOW);
  }

  @Test
  void fitsIntoWhatTheKernelTakes() {
    for (Architecture architecture : Architecture.values()) {
      assertThat(Filter.whole(architecture, 1).instructions().size()).isLessThan(4096);
    }
  }

  @Test
  void aListThatCannotBeReadIsUseless() {
    assertThatThrownBy(() -> SystemCallList.parse("read | 0 | 63 | sometimes | why\n"))
        .hasMessageContaining("sometimes");
    assertThatThrownBy(() -> SystemCallList.parse("read | 0 | any | why\n"))
        .hasMessageContaining("cannot read");
    assertThatThrownBy(
            () -> SystemCallList.parse("read | 0 | 63 | any | a\nread | 0 | 63 | any | b\n"))
        .hasMessageContaining("listed twice");
  }
}
