package dev.glovebox.host.killswitch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.audit.AuditLog;
import dev.glovebox.host.audit.StepType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KillSwitchTest {
  @Test
  void tripsOnceAndIsRecorded(@TempDir Path data) {
    try (TestHost host = new TestHost(data)) {
      KillSwitch kill = new KillSwitch(host.log(), AuditLog.HOST_TEAM, "system:host");
      assertThat(kill.halted()).isFalse();
      assertThat(kill.trip("OPERATOR")).isTrue();
      assertThat(kill.trip("OTHER")).isFalse();
      assertThat(kill.halted()).isTrue();
      assertThat(kill.reason()).contains("OPERATOR");
      long last = host.log().reader().size() - 1;
      assertThat(host.log().reader().read(last).record().type()).isEqualTo(StepType.KILL_SWITCH);
    }
  }

  @Test
  void haltsAlsoWhenTheLogTakesNoRecord(@TempDir Path data) {
    TestHost host = new TestHost(data);
    KillSwitch kill = new KillSwitch(host.log(), AuditLog.HOST_TEAM, "system:host");
    host.close();
    assertThat(kill.trip(KillSwitch.LOG_FAILED)).isTrue();
    assertThat(kill.halted()).isTrue();
  }
}
