package dev.glovebox.host.app.review;

import dev.glovebox.host.approval.Gate;
import dev.glovebox.host.approval.GrantTerms;
import dev.glovebox.host.approval.ReviewBundle;
import dev.glovebox.host.approval.Statement;
import dev.glovebox.host.approval.Statement.Scope;
import dev.glovebox.host.approval.Statement.Validity;
import dev.glovebox.host.approval.StatementForm;
import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.keys.Dsse;
import dev.glovebox.host.keys.StatementKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** Makes the statements that a reviewer signs. */
public final class Drafts {
  private static final int ID_BYTES = 16;
  private static final long CLOCKS_APART_MICROS = Duration.ofMinutes(1).toNanos() / 1_000;

  private final Clock clock;
  private final SecureRandom random;

  /** Takes times and ids from here. */
  public Drafts(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  /** Returns the statement that lets {@code bundle}'s candidate through gate 1. */
  public Statement promotion(Bundle bundle, String signer, Duration expires) {
    return statement(Gate.PROMOTION, bundle, signer, expires, Optional.empty());
  }

  /** Returns the statement that lets one run of {@code terms} through gate 2. */
  public Statement grant(Bundle bundle, String signer, Duration expires, GrantTerms terms) {
    return statement(Gate.RUN_GRANT, bundle, signer, expires, Optional.of(terms));
  }

  private Statement statement(
      Gate gate, Bundle bundle, String signer, Duration expires, Optional<GrantTerms> terms) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    Manifest manifest = bundle.manifest();
    // The host's clock may be behind this one.
    long from = clock.nowMicros() - CLOCKS_APART_MICROS;
    return new Statement(
        gate,
        gate.idPrefix() + HexFormat.of().formatHex(id),
        new Scope(
            manifest.origin(),
            manifest.environment(),
            manifest.team(),
            signer,
            ReviewBundle.seen(manifest.checkpoint())),
        bundle.subject(),
        new Validity(from, from + expires.toNanos() / 1_000),
        terms);
  }

  /** Signs a statement. */
  public static Dsse signed(Statement statement, StatementKey key) {
    return key.sign(statement.gate().payloadType(), StatementForm.json(statement).bytes());
  }
}
