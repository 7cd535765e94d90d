package dev.glovebox.host.app.host;

import dev.glovebox.host.audit.AuditLog;
import dev.glovebox.host.audit.AuditReader;
import dev.glovebox.host.audit.AuditSettings;
import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.host.keys.FileKeys;
import dev.glovebox.host.keys.Keys;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the runs that ended because their host did. */
public final class Interruptions {
  private Interruptions() {}

  /**
   * Opens the log in {@code data}, which recovers it as any start does, and lists the runs.
   *
   * @throws Refusal DATA_IN_USE while a host is up; AUDIT_LOG_MISSING where none ever was
   */
  public static List<RunId> of(Path data) {
    Path folder = data.resolve("keys");
    if (!Files.isDirectory(data) || !FileKeys.exist(folder)) {
      throw new Refusal(Code.AUDIT_LOG_MISSING, data + " holds no state of a host");
    }
    Keys keys = FileKeys.open(folder);
    Environment environment =
        keys.checkpointKey().name().endsWith("/development")
            ? Environment.DEVELOPMENT
            : Environment.PRODUCTION;
    List<RunId> runs = new ArrayList<>();
    try (AuditLog log =
        AuditLog.open(
            AuditSettings.below(data, HostCore.origin(keys), environment),
            new SystemClock(),
            keys)) {
      log.reader()
          .forEach(
              0,
              read -> {
                if (isInterruption(read)) {
                  read.record().run().ifPresent(runs::add);
                }
              });
    }
    return runs;
  }

  private static boolean isInterruption(AuditReader.Read read) {
    return read.record().type() == StepType.RECOVERY
        && read.record().detail().members().get("code") instanceof Json.Str(String code)
        && code.equals(Code.RUN_INTERRUPTED.name());
  }
}
