package dev.glovebox.host.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.jail.ProcessJail;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.TierProbe;
import dev.glovebox.jail.tier.Tiers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TierPolicyTest {
  private static Tiers.Opened with(List<String> absent) {
    ProcessJail jail = new ProcessJail(Path.of("java"), Path.of("scratch"));
    jail.close();
    return new Tiers.Opened(
        jail,
        List.of(
            TierProbe.unavailable(Tier.BWRAP, List.of("bubblewrap: none")),
            new TierProbe(jail.tier(), List.of(), List.of(), absent)));
  }

  @Test
  void productionNeverRunsInTierProcess() {
    assertThat(TierPolicy.floor(Environment.PRODUCTION, Tier.PROCESS, 1)).isEqualTo(Tier.BWRAP);
    assertThat(TierPolicy.floor(Environment.PRODUCTION, Tier.OCI, 1)).isEqualTo(Tier.OCI);
    assertThat(TierPolicy.floor(Environment.DEVELOPMENT, Tier.PROCESS, 1)).isEqualTo(Tier.PROCESS);
  }

  @Test
  void severalTeamsNeverShareTierProcess() {
    assertThat(TierPolicy.floor(Environment.DEVELOPMENT, Tier.PROCESS, 2)).isEqualTo(Tier.BWRAP);
    assertThat(TierPolicy.floor(Environment.DEVELOPMENT, Tier.PROCESS, 0)).isEqualTo(Tier.PROCESS);
  }

  @Test
  void productionDemandsEveryMeasureOfItsTier() {
    Tiers.Opened lacking = with(List.of("cgroup-memory: none is mounted"));
    assertThatThrownBy(() -> TierPolicy.check(Environment.PRODUCTION, lacking))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("cgroup-memory: none is mounted");
    assertThatCode(() -> TierPolicy.check(Environment.DEVELOPMENT, lacking))
        .doesNotThrowAnyException();
    assertThatCode(() -> TierPolicy.check(Environment.PRODUCTION, with(List.of())))
        .doesNotThrowAnyException();
  }
}
