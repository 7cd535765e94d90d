package dev.glovebox.host.market;

import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import java.time.Instant;
import java.util.Optional;

/**
 * An imported series of closed bars, named by the hash of its canonical form.
 *
 * @param source hash of the bytes as uploaded
 * @param stamp {@code open} or {@code close}: what the file's stamps mean
 * @param priceScale digits after the point of the finest price
 * @param gaps missing intervals; legal, reported
 * @param ticks hash of the stored ticks that the bars were folded from; empty = imported as bars
 */
public record Series(
    TeamId team,
    Sha256 hash,
    Sha256 source,
    String owner,
    String stamp,
    long intervalSeconds,
    boolean dateOnly,
    long bars,
    int priceScale,
    long gaps,
    Instant importedAt,
    Optional<Sha256> ticks) {}
