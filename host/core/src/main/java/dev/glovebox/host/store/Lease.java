package dev.glovebox.host.store;

import dev.glovebox.host.model.RunId;
import java.time.Instant;

/**
 * The exclusive, expiring right to drive a run.
 *
 * @param epoch fencing epoch: one higher with each holder, never reused
 * @param holder the host instance that holds it
 * @param expiresAt by the database's clock; a holder measures its own time from before the call
 */
public record Lease(RunId run, long epoch, String holder, Instant expiresAt) {}
