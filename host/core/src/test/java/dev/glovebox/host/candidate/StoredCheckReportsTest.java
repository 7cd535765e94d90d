package dev.glovebox.host.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.audit.AuditRecord;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.CheckId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.SharedPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@ExtendWith(SharedPostgres.class)
class StoredCheckReportsTest {
  private static final Sha256 HASH = Sha256.of(new byte[] {1});

  private final Database database;
  private final TestHost host;
  private final TeamId team = TestHost.newTeam();
  private final CandidateId candidate = new CandidateId(team, "cand-" + TestHost.newId());
  private final StoredCheckReports reports;

  StoredCheckReportsTest(Database database, @TempDir Path data) {
    this.database = database;
    this.host = new TestHost(data);
    this.reports =
        new StoredCheckReports(
            database, host.payloads(), host.log(), host.log().reader(), () -> TestHost.NOW_MICROS);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void whatWasKeptIsFoundByIdAndAsTheNewestOfItsCandidate() {
    CheckReport first = reports.keep(finished("PASSED"));
    CheckReport second = reports.keep(finished("FAILED"));
    assertThat(reports.find(first.id())).contains(first);
    assertThat(reports.newest(candidate)).contains(second);
    assertThat(first.hash()).isEqualTo(Sha256.of(first.content().bytes()));
    AuditRecord record = host.log().reader().read(first.sequence()).record();
    assertThat(record.type()).isEqualTo(StepType.HONESTY_CHECK);
    assertThat(record.text("output_hash")).contains(first.hash().hex());
    assertThat(reports.find(new CheckId(team, "check-00000000"))).isEmpty();
  }

  @Test
  void aRowThatTheLogDoesNotVouchForIsRefused() {
    CheckReport report = reports.keep(finished("FAILED"));
    database.execute(
        "UPDATE honesty_check SET overall = 'PASSED' WHERE team = ? AND check_id = ?",
        team.value(),
        report.id().value());
    assertThatThrownBy(() -> reports.newest(candidate))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.AUDIT_ROLLED_BACK));
  }

  @Test
  void aReportAboveItsLimitIsRefused() {
    // {"overall":"..."} is 14 bytes beside the text itself.
    assertThat(reports.keep(finished("x".repeat(CheckReports.REPORT_BYTES_MAX - 14))).content())
        .isNotNull();
    assertThatThrownBy(() -> reports.keep(finished("x".repeat(CheckReports.REPORT_BYTES_MAX - 13))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private CheckReports.Finished finished(String word) {
    return new CheckReports.Finished(
        new CheckId(team, "check-" + TestHost.newId()),
        candidate,
        team + "/ann",
        HASH,
        HASH,
        HASH,
        HASH,
        word.equals("PASSED") ? CheckReport.Overall.PASSED : CheckReport.Overall.FAILED,
        Json.of(Map.of("overall", Json.of(word))));
  }
}
