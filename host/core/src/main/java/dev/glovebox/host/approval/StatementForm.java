package dev.glovebox.host.approval;

import dev.glovebox.host.approval.GrantTerms.GrantedInstrument;
import dev.glovebox.host.approval.Statement.Scope;
import dev.glovebox.host.approval.Statement.SeenCheck;
import dev.glovebox.host.approval.Statement.SeenCheckpoint;
import dev.glovebox.host.approval.Statement.Subject;
import dev.glovebox.host.approval.Statement.Validity;
import dev.glovebox.host.clock.UtcText;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.CheckId;
import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Canonical JSON of a statement, version 1. Reads nothing but what it writes. */
public final class StatementForm {
  /** Version of the form. */
  public static final int VERSION = 1;

  /** Most instruments of one grant. */
  static final int INSTRUMENTS_MAX = 64;

  private static final String NONE = "";

  private StatementForm() {}

  /** Returns the form that is shown and signed. */
  public static Json.Obj json(Statement statement) {
    TreeMap<String, Json> members = new TreeMap<>();
    Scope scope = statement.scope();
    Subject subject = statement.subject();
    members.put("v", Json.of(VERSION));
    members.put("id", Json.of(statement.id()));
    members.put("origin", Json.of(scope.origin()));
    members.put("environment", Json.of(scope.environment().text()));
    members.put("team", Json.of(scope.team().value()));
    members.put("signer", Json.of(scope.signer()));
    members.put(
        "checkpoint_seen",
        Json.of(
            Map.of(
                "size", Json.of(scope.seen().size()),
                "root_sha256", Json.of(scope.seen().root().hex()))));
    members.put("candidate", Json.of(subject.candidate().resourceName()));
    members.put("artifact_sha256", Json.of(subject.artifact().hex()));
    members.put("prepared_sha256", Json.of(subject.prepared().hex()));
    members.put("findings_sha256", Json.of(subject.findings().hex()));
    members.put("rule_set_sha256", Json.of(subject.ruleSet().hex()));
    members.put("strategy_manifest_sha256", Json.of(subject.manifest().hex()));
    members.put("check", Json.of(subject.check().map(c -> c.id().resourceName()).orElse(NONE)));
    members.put("check_sha256", Json.of(subject.check().map(c -> c.sha256().hex()).orElse(NONE)));
    members.put("not_before", Json.of(UtcText.text(statement.validity().notBeforeMicros())));
    members.put("expiry", Json.of(UtcText.text(statement.validity().expiryMicros())));
    statement.terms().ifPresent(terms -> put(terms, members));
    return Json.of(members);
  }

  private static void put(GrantTerms terms, Map<String, Json> members) {
    members.put("parameters_sha256", Json.of(terms.parameters().hex()));
    members.put("account", Json.of(terms.account()));
    members.put("currency", Json.of(terms.currency()));
    members.put("capital", Json.of(terms.capital()));
    members.put(
        "instruments", Json.of(terms.instruments().stream().map(StatementForm::json).toList()));
    members.put("mode", Json.of(terms.mode()));
    members.put("costs_sha256", Json.of(terms.costs().hex()));
    members.put("limits_sha256", Json.of(terms.limits().hex()));
    members.put("tier_floor", Json.of(terms.tierFloor()));
    members.put("runspec_sha256", Json.of(terms.runSpec().hex()));
  }

  private static Json json(GrantedInstrument instrument) {
    return Json.of(
        Map.of(
            "id", Json.of(instrument.id()),
            "interval_seconds", Json.of(instrument.intervalSeconds()),
            "currency", Json.of(instrument.currency()),
            "tick", Json.of(instrument.tick()),
            "lot", Json.of(instrument.lot()),
            "multiplier", Json.of(instrument.multiplier())));
  }

  /**
   * Reads a payload.
   *
   * @throws IllegalArgumentException if it is not canonical, lacks a field, or has an unknown one
   */
  public static Statement read(Gate gate, byte[] payload) {
    StatementFields fields = StatementFields.read(payload);
    if (fields.integer("v") != VERSION) {
      throw new IllegalArgumentException("v is " + VERSION);
    }
    TeamId team = new TeamId(fields.text("team"));
    StatementFields seen = fields.object("checkpoint_seen");
    Scope scope =
        new Scope(
            fields.text("origin"),
            fields.environment("environment"),
            team,
            fields.text("signer"),
            new SeenCheckpoint(seen.integer("size"), seen.hash("root_sha256")));
    seen.mustBeRead();
    Subject subject =
        new Subject(
            candidate(team, fields.text("candidate")),
            fields.hash("artifact_sha256"),
            fields.hash("prepared_sha256"),
            fields.hash("findings_sha256"),
            fields.hash("rule_set_sha256"),
            fields.hash("strategy_manifest_sha256"),
            check(team, fields.text("check"), fields.text("check_sha256")));
    Validity validity =
        new Validity(
            UtcText.parse(fields.text("not_before")), UtcText.parse(fields.text("expiry")));
    String id = fields.text("id");
    Optional<GrantTerms> terms =
        gate == Gate.RUN_GRANT ? Optional.of(terms(fields, subject)) : Optional.empty();
    fields.mustBeRead();
    return new Statement(gate, id, scope, subject, validity, terms);
  }

  private static GrantTerms terms(StatementFields fields, Subject subject) {
    List<StatementFields> instruments = fields.objects("instruments");
    if (instruments.isEmpty() || instruments.size() > INSTRUMENTS_MAX) {
      throw new IllegalArgumentException("instruments are 1 to " + INSTRUMENTS_MAX);
    }
    return new GrantTerms(
        subject.candidate(),
        subject.artifact(),
        subject.prepared(),
        fields.hash("parameters_sha256"),
        fields.text("account"),
        fields.text("currency"),
        positive(fields, "capital"),
        instruments.stream().map(StatementForm::instrument).toList(),
        fields.text("mode"),
        fields.hash("costs_sha256"),
        fields.hash("limits_sha256"),
        fields.text("tier_floor"),
        fields.hash("runspec_sha256"));
  }

  private static GrantedInstrument instrument(StatementFields fields) {
    GrantedInstrument instrument =
        new GrantedInstrument(
            fields.text("id"),
            fields.integer("interval_seconds"),
            fields.text("currency"),
            positive(fields, "tick"),
            positive(fields, "lot"),
            positive(fields, "multiplier"));
    fields.mustBeRead();
    return instrument;
  }

  private static BigDecimal positive(StatementFields fields, String key) {
    BigDecimal value = Decimals.parse(fields.text(key));
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(key + " is above zero");
    }
    return value;
  }

  private static CandidateId candidate(TeamId team, String name) {
    return new CandidateId(team, child(team, "candidates", name));
  }

  private static Optional<SeenCheck> check(TeamId team, String name, String hash) {
    if (name.isEmpty() && hash.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SeenCheck(new CheckId(team, child(team, "checks", name)), new Sha256(hash)));
  }

  private static String child(TeamId team, String collection, String name) {
    String prefix = "teams/" + team + '/' + collection + '/';
    if (!name.startsWith(prefix)) {
      throw new IllegalArgumentException("a name is " + prefix + "ID");
    }
    return name.substring(prefix.length());
  }
}
