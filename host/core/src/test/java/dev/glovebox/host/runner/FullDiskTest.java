package dev.glovebox.host.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.host.audit.AuditRecord;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.payload.LowWater;
import dev.glovebox.host.run.ScriptedSession;
import dev.glovebox.host.runner.Runs.RunEvent;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.SharedPostgres;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.Workers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real file system of 64 MiB, which somebody else fills to the last byte while a run goes on. */
@ExtendWith(SharedPostgres.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class FullDiskTest {
  private static final int MEBIBYTE = 1024 * 1024;
  private static final LowWater.Marks MARKS =
      new LowWater.Marks(40 * MEBIBYTE, 24 * MEBIBYTE, 8 * MEBIBYTE);
  private static final int FILLED_AT_BAR = 10;

  @TempDir private Path data;

  @BeforeEach
  void mount() throws Exception {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", data.toString()) == 0,
        "missing capability tmpfs-mount: only root may mount a file system of its own");
  }

  @AfterEach
  void unmount() throws Exception {
    int _ = run("umount", "--lazy", data.toString());
  }

  @Test
  void endsRunsByTheirOwnCodeAndLosesNothing(Database database) {
    LowWater low = LowWater.watching(MARKS, List.of(data), data.resolve("reserve"));
    assertThatNoException().isThrownBy(low::requireRoom);
    try (TestHost host = new TestHost(data, database, 1, low)) {
      RunEvent last = runThatMeetsAFullDisk(host);
      assertThat(last).isInstanceOf(RunEvent.Ended.class);
      RunEvent.Ended ended = (RunEvent.Ended) last;
      Json.Obj report = ended.report();
      assertThat(report.members().get("outcome")).isEqualTo(Json.of("INTERRUPTED"));
      assertThat(report.members().get("code")).isEqualTo(Json.of("STORAGE_LOW"));
      AuditRecord result = host.log.reader().read(ended.logPosition()).record();
      assertThat(result.type()).isEqualTo(StepType.RUN_RESULT);
      assertThat(result.detail().members().get("code")).isEqualTo(Json.of("STORAGE_LOW"));
      assertThat(host.log.checkpoint().size()).isGreaterThan(ended.logPosition());
      assertThatThrownBy(low::requireRoom)
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.STORAGE_LOW));
    }
  }

  /** The control: the same without marks. */
  @Test
  void withoutMarksTheResultIsLost(Database database) {
    try (TestHost host = new TestHost(data, database, 1)) {
      assertThatThrownBy(() -> runThatMeetsAFullDisk(host)).isInstanceOf(Refusal.class);
    }
  }

  private RunEvent runThatMeetsAFullDisk(TestHost host) {
    host.worker = () -> new Workers.Open(new ScriptedSession(0, (set, _) -> bar(set)));
    RunId run = host.started.start(host.caller, host.spec(), "");
    List<RunEvent> events = new ArrayList<>();
    host.started.watch(host.caller, run, events::add);
    return events.getLast();
  }

  private void bar(SetFrame set) {
    try {
      if (set.barIndex() == FILLED_AT_BAR) {
        fill();
      } else if (set.barIndex() > FILLED_AT_BAR) {
        Thread.sleep(10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fill() {
    byte[] bytes = new byte[64 * 1024];
    try (OutputStream filler = Files.newOutputStream(data.resolve("filler"))) {
      while (true) {
        filler.write(bytes);
      }
    } catch (IOException e) {
      assertThat(data.toFile().getUsableSpace()).isZero();
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1; // No such program here.
    }
  }
}
