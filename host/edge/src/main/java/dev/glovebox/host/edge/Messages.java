package dev.glovebox.host.edge;

import com.google.protobuf.Timestamp;
import dev.glovebox.host.candidate.Candidate;
import dev.glovebox.host.market.Series;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.runner.RunSummary;
import dev.glovebox.host.runner.RunTable;
import dev.glovebox.proto.api.v1.CandidateState;
import dev.glovebox.proto.api.v1.Finding;
import dev.glovebox.proto.api.v1.FindingSeverity;
import dev.glovebox.proto.api.v1.Mode;
import dev.glovebox.proto.api.v1.PreparationRefusal;
import dev.glovebox.proto.api.v1.RunState;
import dev.glovebox.proto.api.v1.Stamp;
import java.time.Instant;

/** Core values as protocol messages. Untrusted text travels as it is; the API marks it. */
final class Messages {
  private Messages() {}

  static dev.glovebox.proto.api.v1.Candidate candidate(Candidate candidate) {
    dev.glovebox.proto.api.v1.Candidate.Builder message =
        dev.glovebox.proto.api.v1.Candidate.newBuilder()
            .setName(candidate.id().resourceName())
            .setOwner(candidate.owner())
            .setLanguage(candidate.language())
            .setFileName(candidate.fileName().raw())
            .setArtifactSha256(candidate.artifact().hex())
            .setState(state(candidate.state()))
            .setPreparedSha256(candidate.prepared().map(Sha256::hex).orElse(""))
            .setRuleSetSha256(candidate.ruleSetHash().map(Sha256::hex).orElse(""))
            .setStrategyManifestSha256(candidate.manifest().map(Sha256::hex).orElse(""))
            .addAllFindings(candidate.findings().stream().map(Messages::finding).toList())
            .setSubmitTime(timestamp(candidate.submittedAt()));
    candidate
        .refusal()
        .ifPresent(refused ->
            message.setPreparationRefusal(
                PreparationRefusal.newBuilder()
                    .setCode(refused.defect())
                    .setLine(refused.line())
                    .setColumn(refused.column())
                    .setMessage(refused.message().raw())));
    return message.build();
  }

  static dev.glovebox.proto.api.v1.Series series(Series series) {
    return dev.glovebox.proto.api.v1.Series.newBuilder()
        .setName("teams/" + series.team() + "/series/" + series.hash())
        .setSourceSha256(series.source().hex())
        .setOwner(series.owner())
        .setStamp(series.stamp().equals("close") ? Stamp.STAMP_CLOSE : Stamp.STAMP_OPEN)
        .setIntervalSeconds(series.intervalSeconds())
        .setDateOnly(series.dateOnly())
        .setBars(series.bars())
        .setPriceScale(series.priceScale())
        .setGaps(series.gaps())
        .setImportTime(timestamp(series.importedAt()))
        .setTicksSha256(series.ticks().map(Sha256::hex).orElse(""))
        .build();
  }

  static dev.glovebox.proto.api.v1.Run run(RunSummary run) {
    dev.glovebox.proto.api.v1.Run.Builder message =
        dev.glovebox.proto.api.v1.Run.newBuilder()
            .setName(run.run().resourceName())
            .setOwner(run.owner())
            .setMode(mode(run.mode().name()))
            .setState(state(run.state()))
            .setArtifactSha256(run.artifact().hex())
            .setRunspecSha256(run.runSpec().hex())
            .setAccount(run.account().orElse(""))
            .setRunGrant(run.grant().orElse(""))
            .setCode(run.code().orElse(""))
            .setStartTime(timestamp(run.startedAt()));
    run.endedAt().map(Messages::timestamp).ifPresent(message::setEndTime);
    return message.build();
  }

  /** By name: only the wiring of a run may ask what a mode means. */
  private static Mode mode(String name) {
    return Mode.valueOf("MODE_" + name);
  }

  private static RunState state(RunTable.State state) {
    return switch (state) {
      case STARTING -> RunState.RUN_STATE_STARTING;
      case RUNNING -> RunState.RUN_STATE_RUNNING;
      case ENDED -> RunState.RUN_STATE_ENDED;
      case INTERRUPTED -> RunState.RUN_STATE_INTERRUPTED;
    };
  }

  static Finding finding(Candidate.Finding finding) {
    return Finding.newBuilder()
        .setRule(finding.rule())
        .setSeverity(severity(finding.severity()))
        .setLine(finding.line())
        .setColumn(finding.column())
        .setEndLine(finding.endLine())
        .setEndColumn(finding.endColumn())
        .setMessage(finding.message().raw())
        .setInstead(finding.instead().raw())
        .build();
  }

  private static CandidateState state(Candidate.State state) {
    return switch (state) {
      case SUBMITTED -> CandidateState.CANDIDATE_STATE_SUBMITTED;
      case ANALYZED -> CandidateState.CANDIDATE_STATE_ANALYZED;
      case FLAGGED -> CandidateState.CANDIDATE_STATE_FLAGGED;
      case PROMOTED -> CandidateState.CANDIDATE_STATE_PROMOTED;
      case WITHDRAWN -> CandidateState.CANDIDATE_STATE_WITHDRAWN;
    };
  }

  private static FindingSeverity severity(Candidate.Severity severity) {
    return switch (severity) {
      case ERROR -> FindingSeverity.FINDING_SEVERITY_ERROR;
      case WARNING -> FindingSeverity.FINDING_SEVERITY_WARNING;
      case NOTE -> FindingSeverity.FINDING_SEVERITY_NOTE;
    };
  }

  static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }
}
