package dev.glovebox.host.market;

import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.payload.LowWater;
import dev.glovebox.host.payload.PayloadSink;
import dev.glovebox.host.payload.PayloadStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Ticks on their way into a payload: the header comes first and counts them, so they wait in a
 * temporary file. Closing it removes the file.
 */
final class TickSpool implements AutoCloseable {
  private static final int BUFFER_BYTES = 256 * 1024;

  private final Path file;
  private final OutputStream rows;
  private final TickRules rules = new TickRules();
  private final StringBuilder line = new StringBuilder(80);

  TickSpool(Path folder, LowWater lowWater) throws IOException {
    Files.createDirectories(folder);
    this.file = Files.createTempFile(folder, "ticks-", ".rows");
    this.rows =
        new BufferedOutputStream(lowWater.watched(Files.newOutputStream(file)), BUFFER_BYTES);
  }

  void tick(Tick tick) {
    rules.next(tick);
    line.setLength(0);
    line.append(tick.timeMicros()).append(',').append(Decimals.text(tick.price()));
    line.append(',').append(Decimals.text(tick.amount())).append('\n');
    try {
      rows.write(line.toString().getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException("ticks could not be spooled", e);
    }
  }

  /** What was kept. */
  record Kept(TickHeader header, Sha256 hash) {}

  /** Writes header and ticks as one payload. */
  Kept keep(PayloadStore payloads, TeamId team) throws IOException {
    TickHeader header = rules.header();
    rows.close();
    try (PayloadSink sink = payloads.sink(team)) {
      sink.write(header.json().bytes());
      sink.write('\n');
      Files.copy(file, payloads.lowWater().watched(sink));
      return new Kept(header, sink.commit().hash());
    }
  }

  @Override
  public void close() {
    try (rows) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("spooled ticks could not be removed", e);
    }
  }
}
