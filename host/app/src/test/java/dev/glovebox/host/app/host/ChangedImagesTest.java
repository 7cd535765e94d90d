package dev.glovebox.host.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.audit.AuditLog;
import dev.glovebox.host.audit.AuditRecord;
import dev.glovebox.host.audit.AuditSettings;
import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.audit.Origin;
import dev.glovebox.host.audit.Refusals;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.host.keys.FileKeys;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.image.ImageChange;
import dev.glovebox.session.HelperFailed;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ChangedImagesTest {
  private static final ImageChange CHANGE =
      new ImageChange("worker", "app/glovebox-worker.jar", "has other bytes");

  @Test
  void aRefusedStartIsASecurityRecordOfTheHost(@TempDir Path folder) {
    SecureRandom random = new SecureRandom();
    Origin origin = Origin.random(random);
    FileKeys keys =
        FileKeys.create(folder.resolve("keys"), origin.keyName(Environment.DEVELOPMENT), random);
    List<AuditRecord> records = new ArrayList<>();
    try (AuditLog log =
        AuditLog.open(
            AuditSettings.below(folder, origin, Environment.DEVELOPMENT),
            new SystemClock(),
            keys)) {
      ChangedImages.record(new Refusals(log, new SystemClock()), CHANGE);
      log.reader().forEach(0, read -> records.add(read.record()));
    }
    AuditRecord record = records.getLast();
    assertThat(record.type()).isEqualTo(StepType.SECURITY);
    assertThat(record.team()).isEqualTo(AuditLog.HOST_TEAM);
    assertThat(record.detail().members())
        .containsEntry("event", Json.of("image_changed"))
        .containsEntry("code", Json.of("IMAGE_CHANGED"))
        .containsEntry("image", Json.of("worker"))
        .containsEntry("path", Json.of("app/glovebox-worker.jar"))
        .containsEntry("what", Json.of("has other bytes"));
  }

  @Test
  void aHelperThatWasNotStartedForThatReasonEndsTheCallByItsName() {
    assertThatThrownBy(() ->
            ChangedImages.refuse(new HelperFailed(WorkerEnd.IMAGE_CHANGED, CHANGE.sentence(), "")))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(Code.IMAGE_CHANGED);
              assertThat(refusal.sentence()).contains("app/glovebox-worker.jar has other bytes");
            });
    assertThatCode(
            () -> ChangedImages.refuse(new HelperFailed(WorkerEnd.WORKER_START_FAILED, "no", "")))
        .doesNotThrowAnyException();
  }
}
