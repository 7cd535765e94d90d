package dev.glovebox.jail.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.seccomp.Architecture;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the kernel holds one process to. */
final class AllowanceTest {
  private static final long MEBIBYTE = 1024 * 1024;
  private static final int HEAP_MEBIBYTES = 256;
  private static final int DIRECT_MEBIBYTES = 64;

  @Test
  void growsWithTheRunsThatShareTheProcess() {
    Allowance one = Allowance.of(settings(), limits(1));
    assertThat(one.memoryBytes()).isEqualTo((256 + 64 + 384) * MEBIBYTE);
    assertThat(one.cpuSeconds()).isEqualTo(24 * 60 * 60);
    assertThat(one.fileBytes()).isEqualTo(Launch.TEMPORARY_BYTES_MAX);
    Allowance most = Allowance.of(settings(), limits(ProcessLimits.RUNS_MAX));
    assertThat(most.memoryBytes() - one.memoryBytes())
        .isEqualTo(31 * Launch.NATIVE_MEBIBYTES_PER_RUN * MEBIBYTE);
    assertThat(most.cpuSeconds()).isEqualTo(32 * one.cpuSeconds());
    assertThat(most.fileBytes()).isEqualTo(one.fileBytes());
  }

  @Test
  void runsOfOneProcessAreBounded() {
    assertThatThrownBy(() -> limits(ProcessLimits.RUNS_MAX + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> limits(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static ProcessLimits limits(int runs) {
    return new ProcessLimits(HEAP_MEBIBYTES, DIRECT_MEBIBYTES, runs);
  }

  private static JailSettings settings() {
    return new JailSettings(
        Path.of("jre/bin/java"),
        true,
        Path.of("scratch"),
        List.of(),
        Architecture.X86_64,
        Optional.empty(),
        List.of(),
        1);
  }
}
