package dev.glovebox.host.market;

import dev.glovebox.host.audit.Evidence;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.audit.RecordDraft;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.payload.PayloadStore;
import dev.glovebox.host.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Series in payloads and PostgreSQL. Thread-safe.
 *
 * <p>Order of writes: payload, record, row. An import's answer is hostile input: what the host can
 * count itself it does not take from the importing process.
 */
public final class StoredSeries implements SeriesLibrary {
  /** Most bytes of a bar file. */
  public static final long FILE_BYTES_MAX = 1L << 30;

  private final SeriesTable table;
  private final PayloadStore payloads;
  private final Evidence log;
  private final Clock clock;
  private final BarImport imports;
  private final TickImport ticks;
  private final Path spool;

  /**
   * Opens the library.
   *
   * @param spool folder for rows on their way, on the host's own disk
   */
  public StoredSeries(
      Database database,
      PayloadStore payloads,
      Evidence log,
      Clock clock,
      BarImport imports,
      TickImport ticks,
      Path spool) {
    this.table = new SeriesTable(database);
    this.payloads = payloads;
    this.log = log;
    this.clock = clock;
    this.imports = imports;
    this.ticks = ticks;
    this.spool = spool;
  }

  @Override
  public Series importBars(Caller caller, InputStream file, String stamp, long intervalSeconds) {
    check(stamp, intervalSeconds);
    MessageDigest digest = Sha256.newDigest();
    try (SeriesSpool rows = new SeriesSpool(spool, payloads.lowWater());
        DigestInputStream hashed =
            new DigestInputStream(new CappedInputStream(file, FILE_BYTES_MAX), digest)) {
      BarImport.Answer.Imported imported =
          imported(imports.importBars(hashed, stamp, intervalSeconds, rows));
      hashed.transferTo(java.io.OutputStream.nullOutputStream());
      SeriesSpool.Kept kept =
          rows.keep(
              payloads, caller.team(), imported.intervalSeconds(), stamp, imported.dateOnly());
      return record(caller, kept, Sha256.ofDigest(digest.digest()), Optional.empty());
    } catch (IllegalArgumentException e) {
      throw unexpected(e);
    } catch (IOException e) {
      throw new UncheckedIOException("a bar file could not be read or kept", e);
    }
  }

  @Override
  public Series importTicks(Caller caller, InputStream file, String stamp, long intervalSeconds) {
    check(stamp, intervalSeconds);
    if (intervalSeconds == 0) {
      throw new Refusal(
          Code.BAR_INTERVAL_REQUIRED, "ticks have no interval of their own; name the bars' length");
    }
    MessageDigest digest = Sha256.newDigest();
    BarFolder folder = new BarFolder(intervalSeconds, stamp);
    try (TickSpool trades = new TickSpool(spool, payloads.lowWater());
        SeriesSpool rows = new SeriesSpool(spool, payloads.lowWater());
        DigestInputStream hashed =
            new DigestInputStream(new CappedInputStream(file, FILE_BYTES_MAX), digest)) {
      mustBeImported(
          ticks.importTicks(
              hashed,
              tick -> {
                trades.tick(tick);
                folder.add(tick).ifPresent(rows::bar);
              }));
      hashed.transferTo(java.io.OutputStream.nullOutputStream());
      rows.bar(folder.close());
      TickSpool.Kept tape = trades.keep(payloads, caller.team());
      SeriesSpool.Kept kept = rows.keep(payloads, caller.team(), intervalSeconds, stamp, false);
      return record(caller, kept, Sha256.ofDigest(digest.digest()), Optional.of(tape));
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw unexpected(e);
    } catch (IOException e) {
      throw new UncheckedIOException("a file of trades could not be read or kept", e);
    }
  }

  private static void check(String stamp, long intervalSeconds) {
    if (!stamp.equals("open") && !stamp.equals("close")) {
      throw new Refusal(Code.ARGUMENT_INVALID, "stamp: must be open or close");
    }
    if (intervalSeconds < 0 || intervalSeconds > SeriesHeader.INTERVAL_SECONDS_MAX) {
      throw new Refusal(Code.ARGUMENT_INVALID, "interval_seconds: outside its bounds");
    }
  }

  /** The file was checked by the importing process; this answer of it should not exist. */
  private static Refusal unexpected(RuntimeException e) {
    return new Refusal(Code.IMPORT_FAILED, "the import's answer: " + e.getMessage());
  }

  private static BarImport.Answer.Imported imported(BarImport.Answer answer) {
    return switch (answer) {
      case BarImport.Answer.Imported imported -> imported;
      case BarImport.Answer.Refused(String defect, int line, var message) ->
          throw refused(defect, line, message);
      case BarImport.Answer.Failed(String sentence) ->
          throw new Refusal(Code.IMPORT_FAILED, sentence);
    };
  }

  private static void mustBeImported(TickImport.Answer answer) {
    switch (answer) {
      case TickImport.Answer.Imported() -> {}
      case TickImport.Answer.Refused(String defect, int line, var message) ->
          throw refused(defect, line, message);
      case TickImport.Answer.Failed(String sentence) ->
          throw new Refusal(Code.IMPORT_FAILED, sentence);
    }
  }

  private static Refusal refused(String defect, int line, UntrustedText message) {
    return new Refusal(defectCode(defect), line > 0 ? "line " + line : "the file", message);
  }

  /** The importing process names a defect; only names of that family are believed. */
  private static Code defectCode(String defect) {
    return Arrays.stream(Code.values())
        .filter(code -> code.category() == Code.Category.SERIES && code.name().equals(defect))
        .findFirst()
        .orElse(Code.SERIES_INVALID);
  }

  private Series record(
      Caller caller, SeriesSpool.Kept kept, Sha256 source, Optional<TickSpool.Kept> tape) {
    Optional<Series> earlier = table.find(caller.team(), kept.hash());
    if (earlier.isPresent() && (tape.isEmpty() || earlier.get().ticks().isPresent())) {
      return earlier.get();
    }
    SeriesHeader header = kept.header();
    Map<String, Json> detail = new TreeMap<>(Map.of("header", header.json()));
    tape.ifPresent(trades -> {
      detail.put("ticks_sha256", Json.of(trades.hash().hex()));
      detail.put("ticks", Json.of(trades.header().ticks()));
    });
    Receipt receipt =
        log.append(
            RecordDraft.of(StepType.SERIES_IMPORT, caller.team(), caller.owner(), caller.owner())
                .with("series_hash", kept.hash())
                .with("input_hash", source)
                .with("output_hash", kept.hash())
                .with("output_payload_uri", Json.of(Payload.uri(caller.team(), kept.hash())))
                .detailed(Json.of(detail)));
    if (earlier.isPresent()) {
      tape.ifPresent(trades -> table.folded(caller.team(), kept.hash(), trades.hash(), receipt));
      return find(caller, kept.hash());
    }
    Series series =
        new Series(
            caller.team(),
            kept.hash(),
            source,
            caller.owner(),
            header.stamp(),
            header.intervalSeconds(),
            header.dateOnly(),
            header.bars(),
            header.priceScale(),
            header.gaps(),
            Instant.EPOCH.plus(clock.nowMicros(), ChronoUnit.MICROS),
            tape.map(TickSpool.Kept::hash));
    table.insert(series, receipt);
    return table.find(caller.team(), kept.hash()).orElse(series);
  }

  @Override
  public Series find(Caller caller, Sha256 hash) {
    return table
        .find(caller.team(), hash)
        .orElseThrow(() -> new Refusal(Code.SERIES_NOT_FOUND, "no such series"));
  }

  @Override
  public Page<Series> list(Caller caller, int pageSize, String pageToken) {
    return table.list(caller.team(), pageSize, pageToken);
  }
}
