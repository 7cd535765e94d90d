package dev.glovebox.host.plan;

import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;

/**
 * Single-use leave to send one plan to one venue; never shown to an agent.
 *
 * @param origin the log's origin this host writes
 * @param leaseEpoch fencing epoch of the run's lease when it was issued
 * @param sequence the order's sequence within the run
 * @param mac HMAC-SHA-256 over all other parts, 64 hexadecimal characters
 */
public record ExecutionToken(
    String origin,
    RunId run,
    long leaseEpoch,
    String account,
    String venueId,
    Sha256 planHash,
    long expiresAtMicros,
    int sequence,
    String mac) {}
