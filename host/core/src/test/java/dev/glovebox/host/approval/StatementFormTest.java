package dev.glovebox.host.approval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.approval.GrantTerms.GrantedInstrument;
import dev.glovebox.host.approval.Statement.Scope;
import dev.glovebox.host.approval.Statement.SeenCheck;
import dev.glovebox.host.approval.Statement.SeenCheckpoint;
import dev.glovebox.host.approval.Statement.Subject;
import dev.glovebox.host.approval.Statement.Validity;
import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.CheckId;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatementFormTest {
  private static final TeamId TEAM = new TeamId("alpha");
  private static final Sha256 HASH = Sha256.of(new byte[0]);
  private static final Subject SUBJECT =
      new Subject(
          new CandidateId(TEAM, "cand-01234567"),
          HASH,
          HASH,
          HASH,
          HASH,
          HASH,
          Optional.of(new SeenCheck(new CheckId(TEAM, "check-01234567"), HASH)));

  private static Statement grant() {
    return new Statement(
        Gate.RUN_GRANT,
        "grant-" + "0".repeat(32),
        new Scope(
            "glovebox-0123456789abcdef",
            Environment.DEVELOPMENT,
            TEAM,
            "alpha/rae",
            new SeenCheckpoint(7, HASH)),
        SUBJECT,
        new Validity(0, 1),
        Optional.of(
            new GrantTerms(
                SUBJECT.candidate(),
                HASH,
                HASH,
                HASH,
                "teams/alpha/accounts/a",
                "USD",
                new BigDecimal("1.5"),
                List.of(
                    new GrantedInstrument(
                        "BTC", 60, "USD", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE)),
                "PAPER",
                HASH,
                HASH,
                "process",
                HASH)));
  }

  @Test
  void readsWhatItWrote() {
    byte[] payload = StatementForm.json(grant()).bytes();
    assertThat(StatementForm.read(Gate.RUN_GRANT, payload)).isEqualTo(grant());
    assertThat(new String(payload, UTF_8))
        .startsWith("{\"account\":\"teams/alpha/accounts/a\",\"artifact_sha256\":")
        .contains("\"expiry\":\"1970-01-01T00:00:00.000001Z\"");
  }

  @Test
  void everyMemberIsNeeded() {
    Map<String, Json> members = StatementForm.json(grant()).members();
    for (String key : members.keySet()) {
      Map<String, Json> fewer = new TreeMap<>(members);
      fewer.remove(key);
      refused(Json.of(fewer).bytes());
    }
    assertThat(members).hasSize(27);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"v\":1 | \"v\":2",
        "\"v\":1 | \"v\":1,\"w\":1",
        "\"capital\":\"1.5\" | \"capital\":\"1.50\"",
        "\"capital\":\"1.5\" | \"capital\":\"-1.5\"",
        "\"capital\":\"1.5\" | \"capital\":\"0\"",
        "\"capital\":\"1.5\" | \"capital\":1",
        "\"id\":\"BTC\" | \"id\":\"BTC\",\"iz\":\"\"",
        "\"environment\":\"development\" | \"environment\":\"DEVELOPMENT\"",
        "teams/alpha/candidates/ | teams/beta/candidates/",
        "teams/alpha/checks/ | teams/beta/checks/",
        "\"size\":7 | \"size\":-7",
        "\"id\":\"grant-0 | \"id\":\"grant-X",
        "\"team\":\"alpha\" | \"team\":\"Alpha\"",
        "\"tier_floor\":\"process\" | \"tier_floor\":\"pro\\u0001cess\"",
        "1970-01-01T00:00:00.000001Z | 1970-01-01T00:00:00.000000Z",
      })
  void refusesWhatItWouldNotWrite(String from, String to) {
    String text = StatementForm.json(grant()).text();
    assertThat(text).contains(from);
    refused(text.replace(from, to).getBytes(UTF_8));
  }

  @Test
  void aStatementOfOneGateIsNoneOfTheOther() {
    byte[] payload = StatementForm.json(grant()).bytes();
    assertThatThrownBy(() -> StatementForm.read(Gate.PROMOTION, payload))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void refused(byte[] payload) {
    assertThatThrownBy(() -> StatementForm.read(Gate.RUN_GRANT, payload))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
