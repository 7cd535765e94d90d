package dev.glovebox.host.app.command;

import dev.glovebox.host.clock.UtcText;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.proto.api.v1.Approval;
import java.util.Map;

/** Approvals for the terminal and as JSON. */
final class ApprovalText {
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;

  private ApprovalText() {}

  /** Returns one line: name, candidate, signer, expiry, log position, run. */
  static String line(Approval approval) {
    return shown(approval.getName())
        + " "
        + shown(approval.getCandidate())
        + " signed by "
        + shown(approval.getSigner())
        + ", expires "
        + time(approval.getExpiry())
        + ", record "
        + approval.getLogPosition()
        + (approval.getRun().isEmpty() ? "" : ", spent by " + shown(approval.getRun()));
  }

  static Json json(Approval approval) {
    return Json.of(
        Map.of(
            "name", text(approval.getName()),
            "candidate", text(approval.getCandidate()),
            "signer", text(approval.getSigner()),
            "key_id", text(approval.getKeyId()),
            "not_before", Json.of(time(approval.getNotBefore())),
            "expiry", Json.of(time(approval.getExpiry())),
            "log_position", Json.of(approval.getLogPosition()),
            "run", text(approval.getRun()),
            "envelope", text(approval.getEnvelope().toStringUtf8())));
  }

  private static String time(com.google.protobuf.Timestamp time) {
    return UtcText.text(time.getSeconds() * MICROS_PER_SECOND + time.getNanos() / NANOS_PER_MICRO);
  }

  private static String shown(String text) {
    return new UntrustedText(text).forTerminal();
  }

  private static Json text(String text) {
    return new UntrustedText(text).forJson();
  }
}
