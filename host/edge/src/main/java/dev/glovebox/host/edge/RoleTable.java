package dev.glovebox.host.edge;

import static dev.glovebox.host.identity.Role.AGENT;
import static dev.glovebox.host.identity.Role.AUDITOR;
import static dev.glovebox.host.identity.Role.OPERATOR;
import static dev.glovebox.host.identity.Role.REVIEWER;

import dev.glovebox.host.identity.Role;
import io.grpc.ServerServiceDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The one table of RPC x role. What does not stand here is denied. */
final class RoleTable {
  private static final Access READERS = anyOf(AGENT, REVIEWER, OPERATOR, AUDITOR);

  /** The table of this build, by full method name. */
  static final RoleTable GLOVEBOX_V1 =
      new RoleTable(
          Map.ofEntries(
              Map.entry("glovebox.v1.CandidateService/SubmitCandidate", anyOf(AGENT)),
              Map.entry("glovebox.v1.CandidateService/AnalyzeSource", anyOf(AGENT, REVIEWER)),
              Map.entry("glovebox.v1.CandidateService/GetCandidate", READERS),
              Map.entry("glovebox.v1.CandidateService/ListCandidates", READERS),
              Map.entry(
                  "glovebox.v1.CandidateService/WithdrawCandidate",
                  anyOf(AGENT, REVIEWER, OPERATOR)),
              Map.entry("glovebox.v1.SeriesService/ImportSeries", anyOf(AGENT, OPERATOR)),
              Map.entry("glovebox.v1.SeriesService/GetSeries", READERS),
              Map.entry("glovebox.v1.SeriesService/ListSeries", READERS),
              Map.entry("glovebox.v1.RunService/StartRun", anyOf(AGENT, OPERATOR)),
              Map.entry("glovebox.v1.RunService/StopRun", anyOf(AGENT, OPERATOR)),
              Map.entry("glovebox.v1.RunService/GetRun", READERS),
              Map.entry("glovebox.v1.RunService/ListRuns", READERS),
              Map.entry("glovebox.v1.RunService/WatchRun", READERS),
              Map.entry("glovebox.v1.RunService/GetRunReport", READERS),
              Map.entry("glovebox.v1.ApprovalService/GetReviewBundle", anyOf(REVIEWER, AUDITOR)),
              Map.entry("glovebox.v1.ApprovalService/PromoteCandidate", anyOf(REVIEWER)),
              Map.entry("glovebox.v1.ApprovalService/GrantRun", anyOf(REVIEWER)),
              Map.entry("glovebox.v1.ApprovalService/GetApproval", READERS),
              Map.entry("glovebox.v1.ApprovalService/ListApprovals", READERS),
              Map.entry("glovebox.v1.CheckService/StartCheck", anyOf(AGENT, REVIEWER)),
              Map.entry("glovebox.v1.CheckService/WatchCheck", READERS),
              Map.entry("glovebox.v1.AuditService/GetRecord", anyOf(AUDITOR)),
              Map.entry("glovebox.v1.AuditService/GetCheckpoint", anyOf(AUDITOR)),
              Map.entry("glovebox.v1.AuditService/GetInclusionProof", anyOf(AUDITOR)),
              Map.entry("glovebox.v1.AuditService/ListRunRecords", anyOf(AUDITOR)),
              Map.entry("grpc.health.v1.Health/Check", new Access.AnyKnownCaller()),
              Map.entry("grpc.health.v1.Health/Watch", new Access.AnyKnownCaller()),
              Map.entry(
                  "grpc.reflection.v1.ServerReflection/ServerReflectionInfo", anyOf(OPERATOR))));

  /** What a host takes on only while it has room; everything else only looks, or ends things. */
  static final Set<String> NEW_WORK =
      Set.of(
          "glovebox.v1.CandidateService/SubmitCandidate",
          "glovebox.v1.SeriesService/ImportSeries",
          "glovebox.v1.RunService/StartRun",
          "glovebox.v1.ApprovalService/PromoteCandidate",
          "glovebox.v1.ApprovalService/GrantRun",
          "glovebox.v1.CheckService/StartCheck");

  private final Map<String, Access> byMethod;

  RoleTable(Map<String, Access> byMethod) {
    this.byMethod = Map.copyOf(byMethod);
  }

  /** Returns who may call {@code fullMethodName}; empty = nobody. */
  Optional<Access> access(String fullMethodName) {
    return Optional.ofNullable(byMethod.get(fullMethodName));
  }

  /** Returns every method in the table. */
  Set<String> methods() {
    return byMethod.keySet();
  }

  /**
   * Compares the table with what a server is about to offer.
   *
   * @throws IllegalStateException naming each RPC without a role and each role without an RPC
   */
  void mustCover(List<ServerServiceDefinition> services) {
    Set<String> offered =
        services.stream()
            .flatMap(service -> service.getMethods().stream())
            .map(method -> method.getMethodDescriptor().getFullMethodName())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> unprotected = new TreeSet<>(offered);
    unprotected.removeAll(byMethod.keySet());
    Set<String> dangling = new TreeSet<>(byMethod.keySet());
    dangling.removeAll(offered);
    if (!unprotected.isEmpty() || !dangling.isEmpty()) {
      throw new IllegalStateException(
          "the role table does not fit: RPCs without a role "
              + unprotected
              + ", rows without an RPC "
              + dangling);
    }
  }

  private static Access anyOf(Role... roles) {
    return new Access.AnyOf(Set.of(roles));
  }
}
