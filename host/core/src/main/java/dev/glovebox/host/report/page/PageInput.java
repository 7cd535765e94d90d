package dev.glovebox.host.report.page;

import dev.glovebox.host.market.BarImport.SeriesBar;
import dev.glovebox.host.model.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the page of a run is made from. Files are read once, as streams, so that a long run costs no
 * memory.
 *
 * @param report the content of report.json
 * @param runSpec the content of runspec.json
 * @param said {@code file_name, message, log[], log_lines}: the candidate's words; empty if nothing
 *     was kept
 * @param fills fills.csv; without bytes if there is none, as with the next two
 * @param equity equity.csv
 * @param decisions decisions.jsonl
 * @param bars bars of the first instrument; empty if they cannot be had
 * @param check the content of check.json, the report of the honesty checks
 * @param manifest place of the run's manifest in the host's log
 * @param result place of its result
 */
public record PageInput(
    Json.Obj report,
    Json.Obj runSpec,
    Optional<Json.Obj> said,
    ByteSource fills,
    ByteSource equity,
    ByteSource decisions,
    BarSource bars,
    Optional<Json.Obj> check,
    OptionalLong manifest,
    OptionalLong result) {

  /** Opens a file from its start. */
  @FunctionalInterface
  public interface ByteSource {
    /** Returns a stream that the caller closes. */
    InputStream open() throws IOException;
  }

  /** Opens a series from its start. */
  @FunctionalInterface
  public interface BarSource {
    /** Returns a reader that the caller closes. */
    Optional<Bars> open();
  }

  /** Bars, oldest first. */
  public interface Bars extends AutoCloseable {
    /** Returns the next bar, or empty after the last. */
    Optional<SeriesBar> next();

    @Override
    void close();
  }
}
