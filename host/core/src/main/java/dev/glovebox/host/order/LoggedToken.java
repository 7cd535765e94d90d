package dev.glovebox.host.order;

import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;

/**
 * What the log says of one issued token.
 *
 * @param logSequence place of the token's record
 * @param sent whether a later record says that a venue was called with its order
 * @param closed whether a recovery record closed it as NOT_SENT
 */
public record LoggedToken(
    RunId run,
    int sequence,
    long leaseEpoch,
    Sha256 plan,
    long logSequence,
    Sha256 leafHash,
    boolean sent,
    boolean closed) {}
