package dev.glovebox.jail.armour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ArmourTest {
  private static final Path MAPS = Path.of("/proc/self/maps");

  @Test
  void nothingIsPromisedWhereTheCallsAreUnknown() {
    assertThat(Armour.of("Mac OS X", "aarch64")).isEmpty();
    assertThat(Armour.of("Linux", "riscv64")).isEmpty();
  }

  @Test
  void theHostsMemoryBelongsToRootOnceTheArmourIsOn() throws IOException {
    Optional<Armour> armour =
        Armour.of(System.getProperty("os.name"), System.getProperty("os.arch"));
    assumeTrue(armour.isPresent(), "missing capability linux");
    assertThat(armour.get().put()).isTrue();
    // The kernel gives the files of such a process to root, whoever runs it.
    assertThat(Files.getAttribute(MAPS, "unix:uid")).isEqualTo(0);
  }
}
