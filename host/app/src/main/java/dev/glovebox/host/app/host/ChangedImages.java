package dev.glovebox.host.app.host;

import dev.glovebox.host.audit.AuditLog;
import dev.glovebox.host.audit.Refusals;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.image.ImageChange;
import dev.glovebox.session.HelperFailed;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a start from an image that is not what it was. */
final class ChangedImages {
  private static final Logger LOG = LoggerFactory.getLogger(ChangedImages.class);
  private static final String OWNER = "system:host";
  private static final String EVENT = "image_changed";

  private ChangedImages() {}

  /** Records it; refused it is in any case. */
  static void record(Refusals refusals, ImageChange change) {
    LOG.error("nothing was started: {}", change.sentence());
    try {
      refusals.record(
          AuditLog.HOST_TEAM,
          OWNER,
          EVENT,
          Code.IMAGE_CHANGED,
          Map.of(
              "image", Json.of(change.image()),
              "path", Json.of(change.path()),
              "what", Json.of(change.what())));
    } catch (Refusal e) {
      LOG.error("the log took no record of it: {}", e.code());
    }
  }

  /**
   * Ends a call whose helper was not started for that reason: no answer of ours may hide it.
   *
   * @throws Refusal IMAGE_CHANGED
   */
  static void refuse(HelperFailed failed) {
    if (failed.reason() == WorkerEnd.IMAGE_CHANGED) {
      throw new Refusal(Code.IMAGE_CHANGED, failed.message());
    }
  }
}
