package dev.glovebox.host.approval;

import dev.glovebox.host.approval.EnvelopeChecks.Opened;
import dev.glovebox.host.audit.AuditReader;
import dev.glovebox.host.audit.Checkpoint;
import dev.glovebox.host.audit.Evidence;
import dev.glovebox.host.audit.Refusals;
import dev.glovebox.host.candidate.CheckReport;
import dev.glovebox.host.candidate.CheckReports;
import dev.glovebox.host.candidate.ReviewedArtifacts;
import dev.glovebox.host.candidate.ReviewedArtifacts.EarlierArtifact;
import dev.glovebox.host.candidate.ReviewedArtifacts.ReviewedArtifact;
import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.identity.Account;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.identity.Directory;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.keys.Dsse;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.CheckId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.store.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The two gates over payloads, log and PostgreSQL. Thread-safe.
 *
 * <p>Order of writes: payload, record, row. What lets a run start is read from the payload's bytes
 * and verified anew each time; a row only says where to look.
 */
public final class StoredApprovals implements Approvals, RunAdmission {
  /** Most promotions of one candidate that a run start looks at. */
  static final int PROMOTIONS_MAX = 16;

  /** Most promoted candidates among which the last approved predecessor is looked for. */
  static final int PROMOTED_MAX = 1_000;

  private final Parts parts;
  private final ApprovalTable table;
  private final ApprovalRecords records;
  private final Refusals refused;
  private final EnvelopeChecks envelopes;
  private final SubjectChecks subjects;

  /** Held from the question whether an id was used until its record is written. */
  private final ReentrantLock recording = new ReentrantLock();

  /**
   * What the host gives.
   *
   * @param checkpoint signs everything recorded so far
   */
  public record Parts(
      Database database,
      Evidence log,
      AuditReader reader,
      Supplier<Checkpoint> checkpoint,
      EnvelopeStore envelopes,
      ReviewedArtifacts artifacts,
      CheckReports checks,
      Directory directory,
      ApprovalPolicy policy,
      Clock clock) {}

  /** Opens the gates for the holders of {@code keys}. */
  public StoredApprovals(Parts parts, ReviewerKeys keys) {
    this.parts = parts;
    this.table = new ApprovalTable(parts.database());
    this.records = new ApprovalRecords(parts.log(), parts.reader());
    this.refused = new Refusals(parts.log(), parts.clock());
    this.envelopes = new EnvelopeChecks(parts.policy(), keys, parts.directory());
    this.subjects = new SubjectChecks(parts.policy(), parts.checks());
  }

  /**
   * Makes the rows say what the log says: a restored database must not let an approval count twice.
   * Reads the whole log; called once at the host's start, before anything is asked of the gates.
   */
  public void recover() {
    records.recover(
        new ApprovalRecords.Found() {
          @Override
          public void accepted(ApprovalTable.Row row) {
            table.insert(row);
          }

          @Override
          public void spent(TeamId team, String id, String run) {
            table.spent(team, id, run);
          }
        });
  }

  @Override
  public Map<String, byte[]> bundle(Caller caller, CandidateId id, Optional<CheckId> check) {
    mustBeOwn(caller, id);
    ReviewedArtifact artifact = parts.artifacts().load(id);
    Optional<CheckReport> report =
        check.isPresent() ? Optional.of(named(id, check.get())) : parts.checks().newest(id);
    return ReviewBundle.files(
        parts.policy(), artifact, report, earlier(id), parts.checkpoint().get());
  }

  private ReviewBundle.Earlier earlier(CandidateId id) {
    Optional<EarlierArtifact> approved =
        parts.artifacts().firstOf(table.promoted(id.team(), PROMOTED_MAX), id);
    // That it was promoted is the log's word, not the row's.
    approved
        .flatMap(one -> table.promotions(one.candidate(), 1).stream().findFirst())
        .ifPresent(records::check);
    return new ReviewBundle.Earlier(parts.artifacts().previous(id), approved);
  }

  private CheckReport named(CandidateId candidate, CheckId check) {
    return parts
        .checks()
        .find(check)
        .filter(report -> report.candidate().equals(candidate))
        .orElseThrow(
            () -> new Refusal(Code.CHECK_MISSING, "the candidate has no report of that name"));
  }

  @Override
  public Approval promote(Caller caller, byte[] envelope) {
    return taken(Gate.PROMOTION, caller, envelope, (_, _) -> {});
  }

  @Override
  public Approval grantRun(Caller caller, byte[] envelope) {
    return taken(Gate.RUN_GRANT, caller, envelope, this::mustBeGrantable);
  }

  /** What a gate asks beyond the common questions. */
  @FunctionalInterface
  private interface Further {
    void ask(Statement statement, String author);
  }

  private Approval taken(Gate gate, Caller caller, byte[] envelope, Further further) {
    try {
      if (!caller.has(Role.REVIEWER)) {
        throw new Refusal(Code.PERMISSION_DENIED, "the gates are a reviewer's");
      }
      Opened opened = envelopes.open(gate, envelope, parts.clock().nowMicros());
      mustBeCallers(opened.statement(), caller);
      mustBeUnused(opened.statement());
      String author = mustFit(opened.statement());
      further.ask(opened.statement(), author);
      return kept(opened, envelope);
    } catch (Refusal refusal) {
      refused.record(
          caller.team(),
          caller.owner(),
          "approval_refused",
          refusal.code(),
          Map.of(
              "gate", Json.of(gate.name()),
              "envelope_sha256", Json.of(Sha256.of(envelope).hex())));
      throw refusal;
    }
  }

  private static void mustBeCallers(Statement statement, Caller caller) {
    if (!statement.scope().team().equals(caller.team())) {
      throw new Refusal(Code.APPROVAL_FOREIGN, "the approval is for another team");
    }
    if (!statement.scope().signer().equals(caller.owner())) {
      throw new Refusal(
          Code.APPROVAL_SIGNER_MISMATCH, "who hands an approval in must have signed it");
    }
  }

  private void mustBeUnused(Statement statement) {
    if (records.isUsed(statement.scope().team(), statement.id())) {
      throw new Refusal(Code.APPROVAL_REUSED, "an approval's id counts once; sign a new one");
    }
  }

  /** Compares a statement with its candidate and returns who wrote that. */
  private String mustFit(Statement statement) {
    if (statement.scope().seen().size() > parts.reader().size()) {
      throw new Refusal(
          Code.AUDIT_ROLLED_BACK, "the reviewer saw more of this host's log than there is");
    }
    ReviewedArtifact artifact = parts.artifacts().load(statement.subject().candidate());
    String author = artifact.candidate().owner();
    envelopes.mustBeIndependent(statement.scope().signer(), author);
    if (artifact.flagged()) {
      throw new Refusal(Code.CANDIDATE_FLAGGED, "analysis flagged the candidate");
    }
    subjects.mustBe(statement.subject(), artifact);
    SubjectChecks.mustBeComplete(artifact);
    if (statement.gate() == Gate.PROMOTION) {
      parts.artifacts().mustPrepareAgain(artifact);
    }
    return author;
  }

  private void mustBeGrantable(Statement statement, String author) {
    Statement _ = promotion(statement.subject(), author);
    GrantTerms terms = statement.terms().orElseThrow();
    Account account =
        parts
            .directory()
            .account(terms.account())
            .filter(known -> known.team().equals(statement.scope().team()))
            .orElseThrow(() -> new Refusal(Code.ACCOUNT_NOT_FOUND, "no account of that name"));
    if (!account.owner().equals(Optional.of(author))) {
      throw new Refusal(
          Code.CANDIDATE_NOT_OWNED, "the account does not belong to the candidate's owner");
    }
    if (!account.currency().equals(terms.currency())) {
      throw new Refusal(
          Code.APPROVAL_ACCOUNT_MISMATCH, "currency: the account is in " + account.currency());
    }
  }

  private Approval kept(Opened opened, byte[] envelope) {
    Statement statement = opened.statement();
    EnvelopeStore.Kept payload = parts.envelopes().keep(statement.scope().team(), envelope);
    ApprovalTable.Row row;
    recording.lock();
    try {
      mustBeUnused(statement);
      row = records.accepted(statement, opened.envelope().keyId(), payload);
    } finally {
      recording.unlock();
    }
    table.insert(row);
    if (statement.gate() == Gate.PROMOTION) {
      parts.artifacts().promoted(statement.subject().candidate());
    }
    return approval(row);
  }

  @Override
  public Approval find(Caller caller, TeamId team, Gate gate, String id) {
    return Optional.of(team)
        .filter(caller.team()::equals)
        .flatMap(own -> table.find(own, gate, id))
        .map(this::approval)
        .orElseThrow(() -> new Refusal(Code.APPROVAL_NOT_FOUND, "no such approval"));
  }

  @Override
  public Page<Approval> list(Caller caller, int pageSize, String pageToken) {
    return table.list(caller.team(), pageSize, pageToken, this::approval);
  }

  /** Reads a kept approval; whether it counts now is another question. */
  private Approval approval(ApprovalTable.Row row) {
    records.check(row);
    byte[] envelope = parts.envelopes().read(row.team(), row.envelope());
    Dsse dsse = Dsse.parse(envelope);
    return new Approval(
        EnvelopeChecks.read(row.gate(), dsse),
        dsse.keyId(),
        row.recordedAt(),
        row.sequence(),
        envelope,
        row.spentBy());
  }

  @Override
  public Admitted admit(String grantId, GrantTerms terms, RunId run) {
    try {
      return admitted(grantId, terms, run);
    } catch (Refusal refusal) {
      refused.record(
          run.team(),
          "system:runner",
          "run_refused",
          refusal.code(),
          Map.of(
              "run", Json.of(run.value()),
              "candidate", Json.of(terms.candidate().value()),
              "runspec_sha256", Json.of(terms.runSpec().hex())));
      throw refusal;
    }
  }

  private Admitted admitted(String grantId, GrantTerms terms, RunId run) {
    if (!terms.candidate().team().equals(run.team())) {
      throw new Refusal(Code.CANDIDATE_NOT_FOUND, "no such candidate");
    }
    ReviewedArtifact artifact = parts.artifacts().load(terms.candidate());
    String author = artifact.candidate().owner();
    mustBePromotable(terms.candidate());
    ApprovalTable.Row row =
        Optional.of(grantId)
            .filter(Gate.RUN_GRANT::hasId)
            .flatMap(id -> table.find(run.team(), Gate.RUN_GRANT, id))
            .orElseThrow(() -> new Refusal(Code.RUN_GRANT_MISSING, "no grant lets this run start"));
    Statement grant = counting(row, author);
    SubjectChecks.mustBe(grant.terms().orElseThrow(), terms);
    subjects.mustBe(grant.subject(), artifact);
    if (artifact.flagged()) {
      throw new Refusal(Code.CANDIDATE_FLAGGED, "analysis flagged the candidate");
    }
    Statement promotion = promotion(grant.subject(), author);
    if (records.isSpent(run.team(), grant.id()) || !table.spend(row, run)) {
      throw new Refusal(Code.RUN_GRANT_SPENT, "the grant started a run before; have one more");
    }
    records.spent(grant, run);
    return new Admitted(promotion.id(), grant.id(), grant.scope().signer());
  }

  private void mustBePromotable(CandidateId candidate) {
    if (table.promotions(candidate, 1).isEmpty()) {
      throw new Refusal(Code.PROMOTION_MISSING, "gate 1: no reviewer promoted the candidate");
    }
  }

  /**
   * Returns a promotion of exactly this subject that counts now.
   *
   * @throws Refusal PROMOTION_MISSING if there is none, else why the newest does not count
   */
  private Statement promotion(Statement.Subject subject, String author) {
    List<ApprovalTable.Row> rows = table.promotions(subject.candidate(), PROMOTIONS_MAX);
    Optional<Refusal> newest = Optional.empty();
    for (ApprovalTable.Row row : rows) {
      try {
        Statement promotion = counting(row, author);
        mustBeSame(promotion.subject(), subject);
        return promotion;
      } catch (Refusal refusal) {
        newest = newest.isEmpty() ? Optional.of(refusal) : newest;
      }
    }
    throw newest.orElseGet(
        () -> new Refusal(Code.PROMOTION_MISSING, "gate 1: no reviewer promoted the candidate"));
  }

  private static void mustBeSame(Statement.Subject promoted, Statement.Subject granted) {
    if (!promoted.artifact().equals(granted.artifact())) {
      throw new Refusal(Code.APPROVAL_ARTIFACT_MISMATCH, "promotion and grant are of other bytes");
    }
    if (!promoted.equals(granted)) {
      throw new Refusal(
          Code.APPROVAL_CHECK_MISMATCH,
          "promotion and grant cite another preparation, analysis or report of honesty checks");
    }
  }

  /** Opens a kept envelope again, as if it had just come in. */
  private Statement counting(ApprovalTable.Row row, String author) {
    records.check(row);
    byte[] envelope = parts.envelopes().read(row.team(), row.envelope());
    Statement statement =
        envelopes.open(row.gate(), envelope, parts.clock().nowMicros()).statement();
    boolean fits =
        statement.id().equals(row.id())
            && statement.scope().team().equals(row.team())
            && statement.subject().candidate().equals(row.candidate());
    if (!fits) {
      throw new Refusal(Code.AUDIT_ROLLED_BACK, "an approval's row is of another envelope");
    }
    envelopes.mustBeIndependent(statement.scope().signer(), author);
    return statement;
  }

  private static void mustBeOwn(Caller caller, CandidateId id) {
    if (!id.team().equals(caller.team())) {
      throw new Refusal(Code.CANDIDATE_NOT_FOUND, "no such candidate");
    }
  }
}
