package dev.glovebox.host.market;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.payload.PayloadStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Stored ticks, oldest first.
 *
 * <p>The bytes are hashed before the first tick is given out, and every tick is checked again as on
 * import. Not thread-safe. Refuses with SERIES_NOT_FOUND, AUDIT_PAYLOAD_MISMATCH or SERIES_INVALID.
 */
final class TickTape implements AutoCloseable {
  private static final int BUFFER_CHARACTERS = 64 * 1024;
  private static final int FIELDS = 3;

  private final BufferedReader in;
  private final TickHeader header;
  private final TickRules rules = new TickRules();
  private boolean ended;

  private TickTape(BufferedReader in) throws IOException {
    this.in = in;
    String first = in.readLine();
    if (first == null) {
      throw new IllegalArgumentException("there are no ticks");
    }
    this.header = TickHeader.parse(first.getBytes(StandardCharsets.UTF_8));
  }

  /** Opens the ticks {@code hash} of {@code team}. */
  static TickTape open(PayloadStore payloads, TeamId team, Sha256 hash) {
    Path path = payloads.path(team, hash);
    if (!Files.isRegularFile(path)) {
      throw new Refusal(Code.SERIES_NOT_FOUND, "no such ticks");
    }
    try {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(
                  Files.newInputStream(payloads.checked(team, hash)), StandardCharsets.US_ASCII),
              BUFFER_CHARACTERS);
      try {
        return new TickTape(in);
      } catch (IOException | RuntimeException e) {
        in.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("ticks could not be read", e);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Code.SERIES_INVALID, "stored ticks, header: " + e.getMessage());
    }
  }

  /** Returns the next tick, or empty after the last. */
  Optional<Tick> next() {
    if (ended) {
      return Optional.empty();
    }
    try {
      String line = in.readLine();
      if (line == null) {
        ended = true;
        if (!header.equals(rules.header())) {
          throw new IllegalArgumentException("the header counts other ticks");
        }
        return Optional.empty();
      }
      Tick tick = parse(line);
      rules.next(tick);
      return Optional.of(tick);
    } catch (IOException e) {
      throw new UncheckedIOException("ticks could not be read", e);
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          Code.SERIES_INVALID, "stored ticks, tick " + rules.ticks() + ": " + e.getMessage());
    }
  }

  private static Tick parse(String line) {
    String[] fields = line.split(",", -1);
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException("a tick has three fields");
    }
    long micros = Long.parseLong(fields[0]);
    if (!Long.toString(micros).equals(fields[0])) {
      throw new IllegalArgumentException("a time is not in canonical form");
    }
    return new Tick(micros, Decimals.parse(fields[1]), Decimals.parse(fields[2]));
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
