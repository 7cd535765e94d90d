package dev.glovebox.host.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Timestamp;
import dev.glovebox.host.identity.Role;
import dev.glovebox.proto.api.v1.GetRunRequest;
import dev.glovebox.proto.api.v1.ListRunsRequest;
import dev.glovebox.proto.api.v1.Mode;
import dev.glovebox.proto.api.v1.Run;
import dev.glovebox.proto.api.v1.RunServiceGrpc;
import dev.glovebox.proto.api.v1.RunServiceGrpc.RunServiceBlockingStub;
import dev.glovebox.proto.api.v1.RunState;
import dev.glovebox.proto.api.v1.StopRunRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stopping, reading and listing runs over a real socket. */
@Timeout(60)
final class RunLifeTest {
  private static final String NAME = "teams/alpha/runs/run-00000001";

  private final TestEdge edge = new TestEdge(Role.AGENT);
  private final RunServiceBlockingStub runs = RunServiceGrpc.newBlockingStub(edge.channel);

  @AfterEach
  void stop() {
    edge.close();
  }

  @Test
  void tellsAllThatAReaderMayKnow() {
    Run run = runs.getRun(GetRunRequest.newBuilder().setRun(NAME).build()).getRun();
    assertThat(run.getName()).isEqualTo(NAME);
    assertThat(run.getMode()).isEqualTo(Mode.MODE_PAPER);
    assertThat(run.getState()).isEqualTo(RunState.RUN_STATE_ENDED);
    assertThat(run.getAccount()).isEqualTo("teams/alpha/accounts/paper-1");
    assertThat(run.getRunGrant()).isEqualTo("teams/alpha/grants/g-1");
    assertThat(run.getCode()).isEqualTo("OK");
    assertThat(run.getEndTime()).isEqualTo(Timestamp.newBuilder().setSeconds(1).build());
    assertThat(
            runs.listRuns(ListRunsRequest.newBuilder().setParent("teams/alpha").build())
                .getRunsList())
        .containsExactly(run);
  }

  @Test
  void stopsWithAReasonOfAtMost256Characters() {
    StopRunRequest longest =
        StopRunRequest.newBuilder().setRun(NAME).setReason("x".repeat(256)).build();
    assertThat(runs.stopRun(longest).getRun().getName()).isEqualTo(NAME);
    assertThat(edge.host.reasons).containsExactly("x".repeat(256));
    assertThatThrownBy(() -> runs.stopRun(longest.toBuilder().setReason("x".repeat(257)).build()))
        .hasMessageContaining("reason");
  }
}
