package dev.glovebox.host.approval;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.approval.GrantTerms.GrantedInstrument;
import dev.glovebox.host.approval.Statement.Scope;
import dev.glovebox.host.approval.Statement.SeenCheck;
import dev.glovebox.host.approval.Statement.Subject;
import dev.glovebox.host.approval.Statement.Validity;
import dev.glovebox.host.audit.AuditRecord;
import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.candidate.Analysis;
import dev.glovebox.host.candidate.Candidate;
import dev.glovebox.host.candidate.Candidates;
import dev.glovebox.host.candidate.CheckReport;
import dev.glovebox.host.candidate.CheckReports;
import dev.glovebox.host.candidate.Preparation;
import dev.glovebox.host.candidate.ReviewedArtifacts.ReviewedArtifact;
import dev.glovebox.host.candidate.StoredCandidates;
import dev.glovebox.host.candidate.StoredCheckReports;
import dev.glovebox.host.candidate.StoredReviewedArtifacts;
import dev.glovebox.host.candidate.StrategyManifest;
import dev.glovebox.host.identity.Account;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.identity.Directory;
import dev.glovebox.host.identity.Principals.Principal;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.keys.StatementKey;
import dev.glovebox.host.keys.VerificationKey;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.CheckId;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.payload.PayloadStore;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.IdempotencyTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Both gates over a real log, real payloads, a real database and real keys: agent ann with sponsor
 * sam, reviewers rae and rob, and dan, who writes and reviews.
 */
final class GateBench implements AutoCloseable {
  static final Sha256 RULES = Sha256.of(new byte[] {1});
  static final long HOUR_MICROS = Duration.ofHours(1).toNanos() / 1_000;

  final TeamId team = TestHost.newTeam();
  final Path folder;
  final Database database;
  final TestHost host;
  final StatementKey root;
  final StoredCandidates candidates;
  final CheckReports checks;
  private final StoredReviewedArtifacts artifacts;
  private final SecureRandom random = new SecureRandom();
  private final List<byte[]> enrolments = new ArrayList<>();
  final List<String> keyNames = new ArrayList<>();
  volatile String suffix = "";
  StoredApprovals gates;

  GateBench(Path folder, Database database) {
    this.folder = folder;
    this.database = database;
    this.host = new TestHost(folder);
    this.root = StatementKey.create(folder.resolve("root.key"), origin() + "/root", random);
    StoredCandidates.Places places =
        new StoredCandidates.Places(
            database,
            new IdempotencyTable(database),
            host.payloads(),
            host.log(),
            host.log().reader());
    this.candidates =
        new StoredCandidates(
            places, host.clock()::nowMicros, TestHost::newId, GateBench::analyze, this::prepare);
    this.artifacts = new StoredReviewedArtifacts(places, candidates.withdrawals(), this::prepare);
    this.checks =
        new StoredCheckReports(
            database, host.payloads(), host.log(), host.log().reader(), host.clock()::nowMicros);
    for (String name : List.of("rae", "rob", "dan", "sam", "ann")) {
      enrol(name);
    }
    this.gates = open(Set.of());
  }

  String origin() {
    return host.log().origin().value();
  }

  private static Analysis.Answer analyze(String language, byte[] source) {
    List<Candidate.Finding> findings =
        new String(source, UTF_8).contains("eval")
            ? List.of(
                new Candidate.Finding(
                    "PY101",
                    Candidate.Severity.ERROR,
                    1,
                    1,
                    1,
                    2,
                    new UntrustedText("eval"),
                    new UntrustedText("")))
            : List.of();
    return new Analysis.Answer.Analyzed("python-core 1", RULES, findings, manifest(source));
  }

  /** Says the source; "long" in it stands for a manifest that leaves something out. */
  private static StrategyManifest manifest(byte[] source) {
    String text = new String(source, UTF_8);
    UntrustedText none = new UntrustedText("");
    return new StrategyManifest(
        new UntrustedText(text),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        none,
        List.of(),
        List.of(),
        text.contains("long") ? 1 : 0);
  }

  /** The form is the source and a suffix, so that a second preparation can be made to differ. */
  private Preparation.Answer prepare(String language, byte[] source) {
    byte[] form = (new String(source, UTF_8) + "#form" + suffix).getBytes(UTF_8);
    return new Preparation.Answer.Prepared(form, 1, List.of(1));
  }

  /** Has the root enrol a new key of {@code name}. */
  void enrol(String name) {
    StatementKey key = StatementKey.create(keyFile(name), origin() + "/" + name, random);
    enrolments.add(enrolment(name, key, root).bytes());
    keyNames.add(name);
  }

  dev.glovebox.host.keys.Dsse enrolment(String name, StatementKey key, StatementKey signer) {
    return new Enrolment(
            origin(),
            team,
            owner(name),
            key.verificationKey(),
            new Validity(now() - HOUR_MICROS, now() + 24 * HOUR_MICROS * 100))
        .signedBy(signer);
  }

  Path keyFile(String name) {
    return folder.resolve(name + ".key");
  }

  StatementKey key(String name) {
    return StatementKey.open(keyFile(name));
  }

  /** Opens the gates as a next start of the host does. */
  StoredApprovals open(Set<String> revoked) {
    StoredApprovals opened = new StoredApprovals(parts(true), keys(revoked));
    opened.recover();
    return opened;
  }

  ReviewerKeys keys(Set<String> revoked) {
    return new ReviewerKeys(database, host.log(), host.log().reader(), policy(revoked, true));
  }

  ApprovalPolicy policy(Set<String> revoked, boolean checksRequired) {
    return new ApprovalPolicy(
        host.log().origin(),
        Environment.DEVELOPMENT,
        Optional.of(root.verificationKey()),
        enrolments,
        revoked,
        checksRequired);
  }

  StoredApprovals.Parts parts(boolean checksRequired) {
    return new StoredApprovals.Parts(
        database,
        host.log(),
        host.log().reader(),
        host.log()::checkpoint,
        envelopes(host.payloads()),
        artifacts,
        checks,
        directory(),
        policy(Set.of(), checksRequired),
        host.clock());
  }

  private static EnvelopeStore envelopes(PayloadStore payloads) {
    return new EnvelopeStore() {
      @Override
      public Kept keep(TeamId team, byte[] envelope) {
        Payload payload = payloads.put(team, envelope);
        return new Kept(payload.hash(), payload.uri());
      }

      @Override
      public byte[] read(TeamId team, Sha256 hash) {
        return payloads.read(team, hash);
      }
    };
  }

  Directory directory() {
    return new Directory(
        List.of(
            new Principal("ann", team, Set.of(Role.AGENT), Optional.of("sam")),
            new Principal("sam", team, Set.of(Role.OPERATOR, Role.REVIEWER)),
            new Principal("rae", team, Set.of(Role.REVIEWER)),
            new Principal("rob", team, Set.of(Role.REVIEWER)),
            new Principal("dan", team, Set.of(Role.AGENT, Role.REVIEWER))),
        List.of(
            new Account(team, "paper-1", Optional.of(owner("ann")), "USD", 2),
            new Account(team, "dans", Optional.of(owner("dan")), "USD", 2)));
  }

  String owner(String name) {
    return team + "/" + name;
  }

  Caller reviewer(String name) {
    return new Caller(team, owner(name), Set.of(Role.REVIEWER));
  }

  Caller agent(String name) {
    return TestHost.agent(team, name);
  }

  long now() {
    return host.clock().nowMicros();
  }

  /** Submits a source and has it checked. */
  CandidateId submitted(String author, String source) {
    Candidate candidate =
        candidates.submit(
            agent(author),
            new Candidates.Submission(
                source.getBytes(UTF_8), "python", new UntrustedText("a.py"), true),
            "");
    return candidate.id();
  }

  CheckReport checked(CandidateId id) {
    ReviewedArtifact artifact = artifacts.load(id);
    return checks.keep(
        new CheckReports.Finished(
            new CheckId(team, "check-" + TestHost.newId()),
            id,
            artifact.candidate().owner(),
            artifact.candidate().artifact(),
            artifact.prepared(),
            RULES,
            RULES,
            CheckReport.Overall.PASSED,
            Json.of(Map.of("v", Json.of(1)))));
  }

  /** What an honest reviewer sees of a candidate. */
  Subject subject(CandidateId id) {
    ReviewedArtifact artifact = artifacts.load(id);
    CheckReport report = checks.newest(id).orElseGet(() -> checked(id));
    return new Subject(
        id,
        Sha256.of(artifact.source()),
        artifact.prepared(),
        artifact.findingsHash(),
        artifact.ruleSetHash(),
        artifact.manifestHash(),
        Optional.of(new SeenCheck(report.id(), report.hash())));
  }

  Scope scope(String signer) {
    return new Scope(
        origin(),
        Environment.DEVELOPMENT,
        team,
        owner(signer),
        ReviewBundle.seen(host.log().checkpoint()));
  }

  Validity hour() {
    return new Validity(now(), now() + HOUR_MICROS);
  }

  Statement promotion(String signer, Subject subject) {
    return new Statement(
        Gate.PROMOTION, newId(Gate.PROMOTION), scope(signer), subject, hour(), Optional.empty());
  }

  Statement grant(String signer, Subject subject, GrantTerms terms) {
    return new Statement(
        Gate.RUN_GRANT, newId(Gate.RUN_GRANT), scope(signer), subject, hour(), Optional.of(terms));
  }

  String newId(Gate gate) {
    return gate.idPrefix() + TestHost.newId();
  }

  GrantTerms terms(Subject subject) {
    return new GrantTerms(
        subject.candidate(),
        subject.artifact(),
        subject.prepared(),
        hash("parameters"),
        "teams/" + team + "/accounts/paper-1",
        "USD",
        new BigDecimal("10000"),
        List.of(
            new GrantedInstrument(
                "BTCUSD",
                300,
                "USD",
                new BigDecimal("0.01"),
                new BigDecimal("0.00000001"),
                BigDecimal.ONE)),
        "PAPER",
        hash("costs"),
        hash("limits"),
        "process",
        hash("runspec"));
  }

  static Sha256 hash(String text) {
    return Sha256.of(text.getBytes(UTF_8));
  }

  byte[] signed(String keyName, Statement statement) {
    return key(keyName)
        .sign(statement.gate().payloadType(), StatementForm.json(statement).bytes())
        .bytes();
  }

  Approval promoted(String reviewer, Statement statement) {
    return gates.promote(reviewer(reviewer), signed(reviewer, statement));
  }

  Approval granted(String reviewer, Statement statement) {
    return gates.grantRun(reviewer(reviewer), signed(reviewer, statement));
  }

  List<AuditRecord> records(StepType type) {
    List<AuditRecord> found = new ArrayList<>();
    host.log()
        .reader()
        .forEach(
            0,
            read -> {
              if (read.record().type() == type) {
                found.add(read.record());
              }
            });
    return found;
  }

  VerificationKey verificationKey(String name) {
    return key(name).verificationKey();
  }

  @Override
  public void close() {
    host.close();
  }
}
