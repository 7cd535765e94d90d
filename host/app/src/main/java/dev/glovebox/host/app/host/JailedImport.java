package dev.glovebox.host.app.host;

import dev.glovebox.host.market.BarImport;
import dev.glovebox.host.market.Tick;
import dev.glovebox.host.market.TickImport;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.session.BarImports;
import dev.glovebox.session.BarRow;
import dev.glovebox.session.HelperFailed;
import dev.glovebox.session.ImportSummary;
import dev.glovebox.session.RefusedInput;
import dev.glovebox.session.TickRow;
import dev.glovebox.session.TickSummary;
import java.io.InputStream;
import java.math.BigDecimal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Binds the ports {@code BarImport} and {@code TickImport} to jailed processes. */
final class JailedImport {
  private static final Logger LOG = LoggerFactory.getLogger(JailedImport.class);

  private final BarImports imports;

  JailedImport(BarImports imports) {
    this.imports = imports;
  }

  /** Imports bars, as {@code BarImport} says. */
  BarImport.Answer importBars(
      InputStream file, String stamp, long intervalSeconds, BarImport.Sink sink) {
    BarImports.Stamp meaning =
        stamp.equals("close") ? BarImports.Stamp.CLOSE : BarImports.Stamp.OPEN;
    return switch (imports.importBars(
        file, meaning, intervalSeconds, rows -> rows.forEach(row -> sink.bar(bar(row))))) {
      case ImportSummary summary ->
          new BarImport.Answer.Imported(summary.intervalSeconds(), summary.dateOnly());
      case RefusedInput(String code, String message, int line, int column) ->
          new BarImport.Answer.Refused(code, line, new UntrustedText(message));
      case HelperFailed failed -> new BarImport.Answer.Failed(sentence(failed));
    };
  }

  /** Imports trades, as {@code TickImport} says. */
  TickImport.Answer importTicks(InputStream file, TickImport.Sink sink) {
    return switch (imports.importTicks(file, rows -> rows.forEach(row -> sink.tick(tick(row))))) {
      case TickSummary _ -> new TickImport.Answer.Imported();
      case RefusedInput(String code, String message, int line, int column) ->
          new TickImport.Answer.Refused(code, line, new UntrustedText(message));
      case HelperFailed failed -> new TickImport.Answer.Failed(sentence(failed));
    };
  }

  private static String sentence(HelperFailed failed) {
    ChangedImages.refuse(failed);
    LOG.warn(
        "import failed: {}, {}: {}",
        failed.reason(),
        failed.message(),
        JailedAnalysis.shown(failed.diagnostics()));
    return "the import process gave no answer, " + failed.reason() + ": " + failed.message();
  }

  private static Tick tick(TickRow row) {
    return new Tick(
        row.timeMicros(),
        BigDecimal.valueOf(row.price(), row.priceScale()),
        BigDecimal.valueOf(row.amount(), row.amountScale()));
  }

  private static BarImport.SeriesBar bar(BarRow row) {
    return new BarImport.SeriesBar(
        row.openTimeMicros(),
        row.stamp(),
        BigDecimal.valueOf(row.open(), row.priceScale()),
        BigDecimal.valueOf(row.high(), row.priceScale()),
        BigDecimal.valueOf(row.low(), row.priceScale()),
        BigDecimal.valueOf(row.close(), row.priceScale()),
        BigDecimal.valueOf(row.volume(), row.volumeScale()));
  }
}
