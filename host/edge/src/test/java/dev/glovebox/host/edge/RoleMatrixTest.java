package dev.glovebox.host.edge;

import static dev.glovebox.host.identity.Role.AGENT;
import static dev.glovebox.host.identity.Role.AUDITOR;
import static dev.glovebox.host.identity.Role.OPERATOR;
import static dev.glovebox.host.identity.Role.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.identity.Role;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.stub.ClientCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every RPC with every role, over a real socket, against a matrix that is written out by hand. */
@Timeout(60)
final class RoleMatrixTest {
  private static final Set<Role> ALL = Set.of(Role.values());

  private static final Map<String, Set<Role>> MATRIX =
      Map.ofEntries(
          Map.entry("glovebox.v1.CandidateService/SubmitCandidate", Set.of(AGENT)),
          Map.entry("glovebox.v1.CandidateService/GetCandidate", ALL),
          Map.entry("glovebox.v1.CandidateService/ListCandidates", ALL),
          Map.entry(
              "glovebox.v1.CandidateService/WithdrawCandidate", Set.of(AGENT, REVIEWER, OPERATOR)),
          Map.entry("glovebox.v1.SeriesService/ImportSeries", Set.of(AGENT, OPERATOR)),
          Map.entry("glovebox.v1.SeriesService/GetSeries", ALL),
          Map.entry("glovebox.v1.SeriesService/ListSeries", ALL),
          Map.entry("glovebox.v1.RunService/StartRun", Set.of(AGENT, OPERATOR)),
          Map.entry("glovebox.v1.RunService/StopRun", Set.of(AGENT, OPERATOR)),
          Map.entry("glovebox.v1.RunService/GetRun", ALL),
          Map.entry("glovebox.v1.RunService/ListRuns", ALL),
          Map.entry("glovebox.v1.ApprovalService/GetReviewBundle", Set.of(REVIEWER, AUDITOR)),
          Map.entry("glovebox.v1.ApprovalService/PromoteCandidate", Set.of(REVIEWER)),
          Map.entry("glovebox.v1.ApprovalService/GrantRun", Set.of(REVIEWER)),
          Map.entry("glovebox.v1.ApprovalService/GetApproval", ALL),
          Map.entry("glovebox.v1.ApprovalService/ListApprovals", ALL),
          Map.entry("glovebox.v1.CheckService/StartCheck", Set.of(AGENT, REVIEWER)),
          Map.entry("glovebox.v1.CheckService/WatchCheck", ALL),
          Map.entry("glovebox.v1.AuditService/GetInclusionProof", Set.of(AUDITOR)),
          Map.entry("glovebox.v1.AuditService/ListRunRecords", Set.of(AUDITOR)),
          Map.entry("glovebox.v1.CandidateService/AnalyzeSource", Set.of(AGENT, REVIEWER)),
          Map.entry("glovebox.v1.RunService/WatchRun", ALL),
          Map.entry("glovebox.v1.RunService/GetRunReport", ALL),
          Map.entry("glovebox.v1.AuditService/GetRecord", Set.of(AUDITOR)),
          Map.entry("glovebox.v1.AuditService/GetCheckpoint", Set.of(AUDITOR)),
          Map.entry("grpc.health.v1.Health/Check", ALL),
          Map.entry("grpc.reflection.v1.ServerReflection/ServerReflectionInfo", Set.of(OPERATOR)));

  @Test
  void admitsExactlyTheRolesOfTheMatrix() {
    Map<String, Set<Role>> seen = new TreeMap<>();
    MATRIX.keySet().forEach(method -> seen.put(method, new TreeSet<>()));
    for (Role role : Role.values()) {
      try (TestEdge edge = new TestEdge(role)) {
        MATRIX.keySet().stream()
            .filter(method -> !denied(edge.channel, method))
            .forEach(method -> seen.computeIfAbsent(method, any -> new TreeSet<>()).add(role));
      }
    }
    assertThat(seen).isEqualTo(MATRIX);
  }

  @Test
  void admitsACallerWithoutRolesToHealthAlone() {
    try (TestEdge edge = new TestEdge()) {
      assertThat(MATRIX.keySet().stream().filter(method -> !denied(edge.channel, method)))
          .containsExactly("grpc.health.v1.Health/Check");
    }
  }

  @Test
  void tellsWhoWasDeniedWhatAndOnlyByNamesOfTheTable() {
    String review = "glovebox.v1.ApprovalService/GetReviewBundle";
    try (TestEdge edge = new TestEdge(AGENT)) {
      assertThat(denied(edge.channel, review)).isTrue();
      assertThat(denied(edge.channel, "made.Up/Name")).isTrue();
      assertThat(denied(edge.channel, "grpc.health.v1.Health/Check")).isFalse();
      assertThat(edge.host.denials).containsExactly("alpha/builder " + review);
    }
  }

  @Test
  void knowsEveryRpcOfTheMatrixAndHealthWatch() {
    Set<String> rows = new TreeSet<>(MATRIX.keySet());
    rows.add("grpc.health.v1.Health/Watch");
    assertThat(RoleTable.GLOVEBOX_V1.methods()).isEqualTo(rows);
    assertThat(REVIEWER).isIn(MATRIX.get("glovebox.v1.CandidateService/GetCandidate"));
  }

  @Test
  void deniesAnRpcThatTheTableDoesNotKnow() {
    try (TestEdge edge = new TestEdge(Role.values())) {
      assertThat(denied(edge.channel, "glovebox.v1.CandidateService/DeleteEverything")).isTrue();
      assertThat(denied(edge.channel, "other.Service/Call")).isTrue();
      assertThat(
              denied(edge.channel, "grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo"))
          .isTrue();
    }
  }

  @Test
  void refusesNewWorkAloneWhenThereIsNoRoomForIt() {
    try (TestEdge edge = new TestEdge(Role.values())) {
      edge.host.headroom =
          () -> {
            throw new Refusal(Code.STORAGE_LOW, "nearly full");
          };
      assertThat(
              MATRIX.keySet().stream()
                  .filter(method -> status(edge.channel, method) == Status.Code.RESOURCE_EXHAUSTED))
          .containsExactlyInAnyOrder(
              "glovebox.v1.CandidateService/SubmitCandidate",
              "glovebox.v1.SeriesService/ImportSeries",
              "glovebox.v1.RunService/StartRun",
              "glovebox.v1.ApprovalService/PromoteCandidate",
              "glovebox.v1.ApprovalService/GrantRun",
              "glovebox.v1.CheckService/StartCheck");
    }
  }

  @Test
  void stopsStartUpWhenAnRpcHasNoRole() {
    List<ServerServiceDefinition> services =
        List.of(new HealthStatusManager().getHealthService().bindService());
    RoleTable missing =
        new RoleTable(Map.of("grpc.health.v1.Health/Check", new Access.AnyKnownCaller()));
    assertThatThrownBy(() -> missing.mustCover(services))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("grpc.health.v1.Health/Watch");
  }

  @Test
  void stopsStartUpWhenARowHasNoRpc() {
    RoleTable dangling = new RoleTable(Map.of("gone.Service/Call", new Access.AnyKnownCaller()));
    assertThatThrownBy(() -> dangling.mustCover(List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("gone.Service/Call");
  }

  /** Calls with an empty message: whatever else it is, a denial is PERMISSION_DENIED. */
  private static boolean denied(Channel channel, String method) {
    // A parent of another team is also PERMISSION_DENIED; empty requests never get that far.
    return status(channel, method) == Status.Code.PERMISSION_DENIED;
  }

  private static Status.Code status(Channel channel, String method) {
    MethodDescriptor<byte[], byte[]> call =
        MethodDescriptor.newBuilder(new Bytes(), new Bytes())
            .setFullMethodName(method)
            .setType(MethodDescriptor.MethodType.SERVER_STREAMING)
            .build();
    try {
      Iterator<byte[]> answers =
          ClientCalls.blockingServerStreamingCall(channel, call, CallOptions.DEFAULT, new byte[0]);
      while (answers.hasNext()) {
        answers.next();
      }
      return Status.Code.OK;
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode();
    }
  }

  /** Messages as they are. */
  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
