package dev.glovebox.host.app.host;

import dev.glovebox.host.audit.Refusals;
import dev.glovebox.host.edge.Denials;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records in the log who asked for what its roles do not allow. */
final class RecordedDenials implements Denials {
  private static final Logger LOG = LoggerFactory.getLogger(RecordedDenials.class);
  private static final String EVENT = "role_denied";

  private final Refusals refusals;

  RecordedDenials(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  public void denied(Caller caller, String rpc) {
    try {
      refusals.record(
          caller.team(),
          caller.owner(),
          EVENT,
          Code.PERMISSION_DENIED,
          Map.of("rpc", Json.of(rpc)));
    } catch (Refusal e) {
      // Denied it stays: a log that takes no record is no reason to let anybody in.
      LOG.warn("{} was denied {}, and the log took no record: {}", caller.owner(), rpc, e.code());
    }
  }
}
