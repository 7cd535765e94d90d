package dev.glovebox.host.market;

import dev.glovebox.host.market.BarImport.SeriesBar;
import dev.glovebox.host.model.AsciiText;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.payload.LowWater;
import dev.glovebox.host.payload.PayloadSink;
import dev.glovebox.host.payload.PayloadStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Rows of a series on their way into a payload: the header comes first and counts them, so they
 * wait in a temporary file. Closing it removes the file.
 */
final class SeriesSpool implements BarImport.Sink, AutoCloseable {
  private static final int BUFFER_BYTES = 256 * 1024;

  private final Path file;
  private final OutputStream rows;
  private final BarRules rules = new BarRules();
  private final AsciiText line = new AsciiText();

  SeriesSpool(Path folder, LowWater lowWater) throws IOException {
    Files.createDirectories(folder);
    this.file = Files.createTempFile(folder, "series-", ".rows");
    this.rows =
        new BufferedOutputStream(lowWater.watched(Files.newOutputStream(file)), BUFFER_BYTES);
  }

  @Override
  public void bar(SeriesBar bar) {
    rules.next(bar);
    line.clear().integer(bar.openTimeMicros()).character(',').text(bar.stamp());
    line.character(',').decimal(bar.open());
    line.character(',').decimal(bar.high());
    line.character(',').decimal(bar.low());
    line.character(',').decimal(bar.close());
    line.character(',').decimal(bar.volume()).character('\n');
    try {
      rows.write(line.array(), 0, line.length());
    } catch (IOException e) {
      throw new UncheckedIOException("a series could not be spooled", e);
    }
  }

  /** Returns how many bars were taken. */
  long bars() {
    return rules.bars();
  }

  /** What was kept. */
  record Kept(SeriesHeader header, Sha256 hash) {}

  /** Writes header and rows as one payload. */
  Kept keep(
      PayloadStore payloads, TeamId team, long intervalSeconds, String stamp, boolean dateOnly)
      throws IOException {
    SeriesHeader header = rules.header(intervalSeconds, stamp, dateOnly);
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
      throw new UncheckedIOException("a spooled series could not be removed", e);
    }
  }
}
