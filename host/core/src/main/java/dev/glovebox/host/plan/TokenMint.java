package dev.glovebox.host.plan;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.keys.Keys;
import dev.glovebox.host.model.AsciiText;
import dev.glovebox.host.model.Sha256;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Makes execution tokens and checks them. Thread-safe.
 *
 * <p>The MAC covers origin, plan hash and epoch, and the plan's hash all else that a token says, so
 * a token fits one plan, one venue, one account, one run and one epoch of its lease.
 */
public final class TokenMint {
  /** Version of the form that the MAC covers. */
  public static final int FORM_VERSION = 2;

  private final String origin;
  private final Keys keys;

  private final Object lock = new Object();

  @GuardedBy("lock")
  private final AsciiText text = new AsciiText();

  @GuardedBy("lock")
  private final MessageDigest digest = Sha256.newDigest();

  /** The plan asked for last, by identity: it is minted and vouched for in one breath. */
  private volatile @Nullable Hashed last;

  /** The token minted last, by identity. */
  private volatile @Nullable Minted minted;

  private record Minted(ExecutionToken token) {}

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
    ExecutionToken token = token(plan, hash, leaseEpoch, keys.macToken(binding(unsigned)));
    minted = new Minted(token);
    return token;
  }

  /**
   * Returns whether this host made {@code token} and it belongs to {@code plan}. The very object
   * that was minted last needs no second MAC.
   */
  @SuppressWarnings("ReferenceEquality") // an equal token is only checked the long way
  public boolean vouchesFor(ExecutionToken token, Plan plan) {
    Minted known = minted;
    return token.equals(token(plan, hash(plan), token.leaseEpoch(), token.mac()))
        && ((known != null && known.token() == token)
            || keys.verifyToken(binding(token), token.mac()));
  }

  /** Returns the hash of a plan; that of the plan asked for last is at hand. */
  @SuppressWarnings("ReferenceEquality") // an equal plan is only hashed once more
  public Sha256 hash(Plan plan) {
    Hashed known = last;
    if (known == null || known.plan() != plan) {
      synchronized (lock) {
        plan.write(text.clear());
        digest.update(text.array(), 0, text.length());
        known = new Hashed(plan, Sha256.ofDigest(digest.digest()));
      }
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

  /**
   * Returns what the MAC covers, in canonical form. The rest of a token (run, account, venue,
   * expiry, sequence) stands in the plan, which its hash names.
   */
  private static byte[] binding(ExecutionToken token) {
    AsciiText text = new AsciiText();
    text.text("{\"lease_epoch\":").integer(token.leaseEpoch());
    text.text(",\"origin\":").json(token.origin());
    text.text(",\"plan_sha256\":\"").text(token.planHash().hex());
    return text.text("\",\"v\":").integer(FORM_VERSION).character('}').copy();
  }
}
