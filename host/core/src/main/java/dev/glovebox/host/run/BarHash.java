package dev.glovebox.host.run;

import dev.glovebox.host.model.AsciiText;
import dev.glovebox.host.model.Bar;
import dev.glovebox.host.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * The hash of one bar: SHA-256 of the JCS object {instrument, interval_seconds, open_time,
 * close_time, open, high, low, close, volume}, decimals as canonical text. Source: contracts.md.
 *
 * <p>Not thread-safe: it reuses one buffer.
 */
final class BarHash {
  private static final byte[] CLOSE = ascii("{\"close\":\"");
  private static final byte[] CLOSE_TIME = ascii("\",\"close_time\":\"");
  private static final byte[] HIGH = ascii("\",\"high\":\"");
  private static final byte[] LOW = ascii(",\"low\":\"");
  private static final byte[] OPEN = ascii("\",\"open\":\"");
  private static final byte[] OPEN_TIME = ascii("\",\"open_time\":\"");
  private static final byte[] VOLUME = ascii("\",\"volume\":\"");
  private static final byte[] END = ascii("\"}");

  private final List<byte[]> terms;
  private final AsciiText text = new AsciiText();
  private final MessageDigest digest = Sha256.newDigest();
  private final byte[] hash = new byte[Sha256.LENGTH_BYTES];

  BarHash(RunTerms run) {
    terms =
        java.util.stream.IntStream.range(0, run.instruments().size())
            .mapToObj(i ->
                ascii(
                    "\",\"instrument\":\""
                        + run.instruments().get(i).id()
                        + "\",\"interval_seconds\":"
                        + run.intervalSeconds().get(i)))
            .toList();
  }

  /** Returns the 32 bytes of the hash; overwritten by the next call. */
  byte[] of(Bar bar) {
    canonical(bar);
    digest.update(text.array(), 0, text.length());
    Sha256.finish(digest, hash);
    return hash;
  }

  /** Returns the object that is hashed; overwritten by the next call. */
  AsciiText canonical(Bar bar) {
    text.clear().text(CLOSE).decimal(bar.close());
    text.text(CLOSE_TIME).time(bar.closeTimeMicros());
    text.text(HIGH).decimal(bar.high());
    text.text(terms.get(bar.instrument()));
    text.text(LOW).decimal(bar.low());
    text.text(OPEN).decimal(bar.open());
    text.text(OPEN_TIME).time(bar.openTimeMicros());
    return text.text(VOLUME).decimal(bar.volume()).text(END);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
