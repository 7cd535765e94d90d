package dev.glovebox.host.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.approval.RunAdmission.Admitted;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.run.ScriptedSession;
import dev.glovebox.host.run.SmaCross;
import dev.glovebox.host.runner.Runs.ReportFile;
import dev.glovebox.host.runner.Runs.RunEvent;
import dev.glovebox.host.runner.TestHost.Finished;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.SharedPostgres;
import dev.glovebox.jail.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedPostgres.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class ReportFilesTest {
  @TempDir private Path data;

  @Test
  void thePageIsMadeOnRequestFromTheOtherFiles(Database database) {
    try (TestHost host = new TestHost(data, database, 2)) {
      host.worker = () -> new Workers.Open(new ScriptedSession(0, new SmaCross(5, 20, "20")));
      Finished run = host.finish(host.spec());
      assertThat(run.files()).doesNotContainKey("report.html");
      String page = page(host, run);
      assertThat(page)
          .contains(">sma.py<", "+0.85\u202f%", ">100\u202f849.49<", ">7<")
          .contains(run.text("decision_digest"), run.run().value())
          .contains("sequence " + run.ended().logPosition());
      assertThat(page(host, run)).isEqualTo(page);
    }
  }

  @Test
  void aPaperRunHasThePageOfItsBacktestUnderItsOwnName(Database database) {
    try (TestHost host = new TestHost(data, database, 2)) {
      host.worker = () -> new Workers.Open(new ScriptedSession(0, new SmaCross(5, 20, "20")));
      host.gates = (grant, terms, run) -> new Admitted("promo-1", grant, "t/reviewer");
      RunSpec spec = host.paper(host.account("paper-1", 2), "AAA", "max");
      RunId started = host.started.start(host.caller, spec, "grant-1", "");
      List<RunEvent> events = new ArrayList<>();
      host.started.watch(host.caller, started, events::add);
      Finished run = host.left(started, events);
      assertThat(page(host, run))
          .contains(">Glovebox paper<", "+0.85\u202f%", ">100\u202f849.49<", ">7<")
          .contains(run.text("decision_digest"), started.value())
          .contains("sequence " + run.ended().logPosition());
    }
  }

  @Test
  void aRunThatNeverBeganHasAPageToo(Database database) {
    try (TestHost host = new TestHost(data, database, 2)) {
      Finished run = host.finish(host.spec());
      assertThat(page(host, run)).contains(">FAILED<", ">WORKER_START_FAILED<", "no hello");
    }
  }

  @Test
  void filesComeAsAskedForAndNoOthers(Database database) {
    try (TestHost host = new TestHost(data, database, 2)) {
      Finished run = host.finish(host.spec());
      assertThat(host.started.report(host.caller, run.run(), List.of("report.json", "fills.csv")))
          .extracting(ReportFile::name)
          .containsExactly("report.json", "fills.csv");
      for (String name : List.of("journal", "said", "../report.json", "")) {
        assertThatThrownBy(() -> host.started.report(host.caller, run.run(), List.of(name)))
            .isInstanceOfSatisfying(
                Refusal.class,
                refusal -> assertThat(refusal.code()).isEqualTo(Code.ARGUMENT_INVALID));
      }
    }
  }

  @Test
  void aFileIsReadWhileItIsSentAndNotBefore(Database database) throws IOException {
    try (TestHost host = new TestHost(data, database, 2)) {
      Finished run = host.finish(host.spec());
      List<ReportFile> files = host.started.report(host.caller, run.run());
      Path payload = null;
      try (Stream<Path> all = Files.walk(data.resolve("payload"))) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          if (Files.readString(file, StandardCharsets.ISO_8859_1).equals(run.file("fills.csv"))) {
            payload = file;
          }
        }
      }
      assertThat(payload).isNotNull();
      Files.delete(payload);
      for (ReportFile file : files) {
        if (file.name().equals("fills.csv")) {
          assertThatThrownBy(() -> file.content().open().close())
              .isInstanceOfSatisfying(
                  Refusal.class,
                  refusal -> assertThat(refusal.code()).isEqualTo(Code.AUDIT_PAYLOAD_MISSING));
        } else {
          assertThat(TestHost.text(file)).isEqualTo(run.file(file.name()));
        }
      }
    }
  }

  private static String page(TestHost host, Finished run) {
    List<ReportFile> files = host.started.report(host.caller, run.run(), List.of("report.html"));
    assertThat(files).hasSize(1);
    return TestHost.text(files.getFirst());
  }
}
