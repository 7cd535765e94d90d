package dev.glovebox.host.approval;

import dev.glovebox.host.approval.GrantTerms.GrantedInstrument;
import dev.glovebox.host.approval.Statement.Subject;
import dev.glovebox.host.candidate.CheckReport;
import dev.glovebox.host.candidate.CheckReports;
import dev.glovebox.host.candidate.ReviewedArtifacts.ReviewedArtifact;
import dev.glovebox.host.candidate.StrategyManifest;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import java.math.BigDecimal;
import java.util.List;

/** Compares what was approved with what is there, part by part, each with its own code. */
final class SubjectChecks {
  private final ApprovalPolicy policy;
  private final CheckReports reports;

  SubjectChecks(ApprovalPolicy policy, CheckReports reports) {
    this.policy = policy;
    this.reports = reports;
  }

  /** Compares the candidate that was looked at with the candidate's bytes. */
  void mustBe(Subject approved, ReviewedArtifact artifact) {
    same(
        approved.artifact(),
        Sha256.of(artifact.source()),
        Code.APPROVAL_ARTIFACT_MISMATCH,
        "artifact_sha256");
    same(
        approved.prepared(),
        artifact.prepared(),
        Code.APPROVAL_PREPARED_MISMATCH,
        "prepared_sha256");
    same(
        approved.findings(),
        artifact.findingsHash(),
        Code.APPROVAL_ANALYSIS_MISMATCH,
        "findings_sha256");
    same(
        approved.ruleSet(),
        artifact.ruleSetHash(),
        Code.APPROVAL_ANALYSIS_MISMATCH,
        "rule_set_sha256");
    same(
        approved.manifest(),
        artifact.manifestHash(),
        Code.APPROVAL_MANIFEST_MISMATCH,
        "strategy_manifest_sha256");
    mustBeChecked(approved);
  }

  /** Refuses what a person could not read in full. */
  static void mustBeComplete(ReviewedArtifact artifact) {
    StrategyManifest manifest = StrategyManifest.parse(artifact.manifest());
    if (!manifest.isComplete()) {
      throw new Refusal(
          Code.MANIFEST_INCOMPLETE,
          "the manifest leaves out or cuts "
              + manifest.omitted()
              + " entries: fewer parameters, shorter names and defaults");
    }
  }

  private void mustBeChecked(Subject approved) {
    if (approved.check().isEmpty()) {
      if (policy.checksRequired()) {
        throw new Refusal(
            Code.CHECK_MISSING, "the statement cites no honesty checks; run check first");
      }
      return;
    }
    CheckReport report =
        reports
            .find(approved.check().get().id())
            .orElseThrow(
                () -> new Refusal(Code.CHECK_MISSING, "the host has no report of that name"));
    boolean fits =
        report.hash().equals(approved.check().get().sha256())
            && report.candidate().equals(approved.candidate())
            && report.artifact().equals(approved.artifact())
            && report.prepared().equals(approved.prepared());
    if (!fits) {
      throw new Refusal(
          Code.APPROVAL_CHECK_MISMATCH, "check: the report is another, or on other bytes");
    }
  }

  /** Compares what a grant lets run with what is about to run. */
  static void mustBe(GrantTerms granted, GrantTerms asked) {
    demand(
        granted.candidate().equals(asked.candidate())
            && granted.artifact().equals(asked.artifact()),
        Code.APPROVAL_ARTIFACT_MISMATCH,
        "artifact_sha256");
    same(granted.prepared(), asked.prepared(), Code.APPROVAL_PREPARED_MISMATCH, "prepared_sha256");
    same(
        granted.parameters(),
        asked.parameters(),
        Code.APPROVAL_PARAMETERS_MISMATCH,
        "parameters_sha256");
    demand(
        granted.account().equals(asked.account())
            && granted.currency().equals(asked.currency())
            && equal(granted.capital(), asked.capital()),
        Code.APPROVAL_ACCOUNT_MISMATCH,
        "account, currency or capital");
    demand(
        equal(granted.instruments(), asked.instruments()),
        Code.APPROVAL_INSTRUMENTS_MISMATCH,
        "instruments");
    demand(granted.mode().equals(asked.mode()), Code.APPROVAL_MODE_MISMATCH, "mode");
    same(granted.costs(), asked.costs(), Code.APPROVAL_COSTS_MISMATCH, "costs_sha256");
    same(granted.limits(), asked.limits(), Code.APPROVAL_LIMITS_MISMATCH, "limits_sha256");
    demand(
        granted.tierFloor().equals(asked.tierFloor()), Code.APPROVAL_TIER_MISMATCH, "tier_floor");
    same(granted.runSpec(), asked.runSpec(), Code.APPROVAL_SPEC_MISMATCH, "runspec_sha256");
  }

  /** Scale is no part of an amount: 1.0 and 1 are the same capital. */
  private static boolean equal(BigDecimal one, BigDecimal other) {
    return one.compareTo(other) == 0;
  }

  private static boolean equal(List<GrantedInstrument> ones, List<GrantedInstrument> others) {
    if (ones.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < ones.size(); i++) {
      GrantedInstrument one = ones.get(i);
      GrantedInstrument other = others.get(i);
      boolean same =
          one.id().equals(other.id())
              && one.intervalSeconds() == other.intervalSeconds()
              && one.currency().equals(other.currency())
              && equal(one.tick(), other.tick())
              && equal(one.lot(), other.lot())
              && equal(one.multiplier(), other.multiplier());
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static void same(Sha256 approved, Sha256 actual, Code code, String field) {
    demand(approved.equals(actual), code, field);
  }

  private static void demand(boolean holds, Code code, String field) {
    if (!holds) {
      throw new Refusal(code, field + ": what was approved is not what is there");
    }
  }
}
