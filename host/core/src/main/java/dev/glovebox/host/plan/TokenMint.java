package dev.glovebox.host.plan;

import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.keys.Keys;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Sha256;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes execution tokens and checks them. Thread-safe.
 *
 * <p>The MAC covers everything a token says, so a token fits one plan, one venue, one account, one
 * run and one epoch of its lease.
 */
public final class TokenMint {
  /** Version of the form that the MAC covers. */
  public static final int FORM_VERSION = 1;

  private final String origin;
  private final Keys keys;

  /** The plan asked for last, by identity: it is minted and vouched for in one breath. */
  private volatile @Nullable Hashed last;

  private record Hashed(Plan plan, Sha256 hash) {}

  /** Makes tokens of the host that writes the log {@code origin}. */
  public TokenMint(String origin, Keys keys) {
    this.origin = origin;
    this.keys = keys;
  }

  /**
   * Makes the token of a recorded plan.
   *
   * @param planned receipt of the plan's record: no receipt, no token
   * @param leaseEpoch fencing epoch of the run's lease
   */
  public ExecutionToken mint(Plan plan, Receipt planned, long leaseEpoch) {
    if (planned.sequence() < 0) {
      throw new IllegalArgumentException("a receipt names a place in a log");
    }
    Sha256 hash = hash(plan);
    ExecutionToken unsigned = token(plan, hash, leaseEpoch, "");
    return token(plan, hash, leaseEpoch, keys.macToken(binding(unsigned)));
  }

  /** Returns whether this host made {@code token} and it belongs to {@code plan}. */
  public boolean vouchesFor(ExecutionToken token, Plan plan) {
    return token.equals(token(plan, hash(plan), token.leaseEpoch(), token.mac()))
        && keys.verifyToken(binding(token), token.mac());
  }

  @SuppressWarnings("ReferenceEquality") // an equal plan is only hashed once more
  private Sha256 hash(Plan plan) {
    Hashed known = last;
    if (known == null || known.plan() != plan) {
      known = new Hashed(plan, plan.hash());
      last = known;
    }
    return known.hash();
  }

  private ExecutionToken token(Plan plan, Sha256 hash, long leaseEpoch, String mac) {
    return new ExecutionToken(
        origin,
        plan.run(),
        leaseEpoch,
        plan.account(),
        plan.venueId(),
        hash,
        plan.expiresAtMicros(),
        plan.key().sequence(),
        mac);
  }

  /** Returns what the MAC covers: every part but the MAC, in canonical form. */
  private static byte[] binding(ExecutionToken token) {
    return Json.of(
            Map.of(
                "v", Json.of(FORM_VERSION),
                "origin", Json.of(token.origin()),
                "run", Json.of(token.run().resourceName()),
                "lease_epoch", Json.of(token.leaseEpoch()),
                "account", Json.of(token.account()),
                "venue_id", Json.of(token.venueId()),
                "plan_sha256", Json.of(token.planHash().hex()),
                "expires_at_us", Json.of(token.expiresAtMicros()),
                "sequence", Json.of(token.sequence())))
        .bytes();
  }
}
