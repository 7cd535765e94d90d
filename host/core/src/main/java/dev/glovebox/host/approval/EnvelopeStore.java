package dev.glovebox.host.approval;

import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;

/** Port to the payloads, where envelopes are kept by their hash. Bound by host/app. Thread-safe. */
public interface EnvelopeStore {
  /**
   * Keeps an envelope.
   *
   * @throws dev.glovebox.host.model.Refusal STORAGE_FAILED if it may not be durable
   */
  Kept keep(TeamId team, byte[] envelope);

  /**
   * Reads an envelope and checks its hash.
   *
   * @throws dev.glovebox.host.model.Refusal AUDIT_PAYLOAD_MISSING, AUDIT_PAYLOAD_MISMATCH
   */
  byte[] read(TeamId team, Sha256 hash);

  /** Where an envelope lies. */
  record Kept(Sha256 hash, String uri) {}
}
