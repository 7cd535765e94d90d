package dev.glovebox.host.app.host;

import dev.glovebox.host.market.BarImport;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.session.BarImports;
import dev.glovebox.session.BarRow;
import dev.glovebox.session.HelperFailed;
import dev.glovebox.session.ImportSummary;
import dev.glovebox.session.RefusedInput;
import java.io.InputStream;
import java.math.BigDecimal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Binds the port {@code BarImport} to a jailed process. */
final class JailedImport implements BarImport {
  private static final Logger LOG = LoggerFactory.getLogger(JailedImport.class);

  private final BarImports imports;

  JailedImport(BarImports imports) {
    this.imports = imports;
  }

  @Override
  public Answer importBars(InputStream file, String stamp, long intervalSeconds, Sink sink) {
    BarImports.Stamp meaning =
        stamp.equals("close") ? BarImports.Stamp.CLOSE : BarImports.Stamp.OPEN;
    return switch (imports.importBars(
        file, meaning, intervalSeconds, rows -> rows.forEach(row -> sink.bar(bar(row))))) {
      case ImportSummary summary ->
          new Answer.Imported(summary.intervalSeconds(), summary.dateOnly());
      case RefusedInput(String code, String message, int line, int column) ->
          new Answer.Refused(code, line, new UntrustedText(message));
      case HelperFailed(var reason, String message, String diagnostics) -> {
        LOG.warn("import failed: {}, {}: {}", reason, message, JailedAnalysis.shown(diagnostics));
        yield new Answer.Failed("the import process gave no answer, " + reason + ": " + message);
      }
    };
  }

  private static SeriesBar bar(BarRow row) {
    return new SeriesBar(
        row.openTimeMicros(),
        row.stamp(),
        BigDecimal.valueOf(row.open(), row.priceScale()),
        BigDecimal.valueOf(row.high(), row.priceScale()),
        BigDecimal.valueOf(row.low(), row.priceScale()),
        BigDecimal.valueOf(row.close(), row.priceScale()),
        BigDecimal.valueOf(row.volume(), row.volumeScale()));
  }
}
