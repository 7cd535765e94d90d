package dev.glovebox.host.report;

import dev.glovebox.host.model.AsciiText;
import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.DecimalText;
import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.run.BookedFill;
import dev.glovebox.host.run.MarkedAccount;
import dev.glovebox.host.run.RunTerms;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes {@code decisions.jsonl}, {@code fills.csv} and {@code equity.csv} while a run goes on:
 * UTF-8, LF, RFC 4180, headers always. Each file holds exactly the completed sets. Not thread-safe.
 */
public final class ReportWriter {
  /** Header of {@code fills.csv}. */
  public static final String FILLS_HEADER =
      "bar_index,time,instrument,order_id,side,quantity,price,fee,cash_after,position_after";

  /** Header of {@code equity.csv}. */
  public static final String EQUITY_HEADER = "bar_index,time,cash,position_value,equity";

  private final List<Instrument> instruments;
  private final OutputStream decisions;
  private final OutputStream fills;
  private final OutputStream equity;
  private final MetricsCollector metrics;
  private final AsciiText row = new AsciiText();
  private final DecimalText cash = new DecimalText();
  private final DecimalText positionValue = new DecimalText();
  private final DecimalText worth = new DecimalText();

  /**
   * Starts the files with their headers.
   *
   * @throws UncheckedIOException if a stream does not take them; so does {@link #completed}
   */
  public ReportWriter(
      RunTerms terms, OutputStream decisions, OutputStream fills, OutputStream equity) {
    this.instruments = terms.instruments();
    this.decisions = decisions;
    this.fills = fills;
    this.equity = equity;
    this.metrics = new MetricsCollector(terms.capital(), terms.intervalSeconds().getFirst());
    try {
      fills.write((FILLS_HEADER + "\n").getBytes(StandardCharsets.US_ASCII));
      equity.write((EQUITY_HEADER + "\n").getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes one completed set; the arguments are those of the run's sink. */
  public void completed(
      BarSet set, MarkedAccount account, List<BookedFill> booked, byte[] line, int length) {
    try {
      decisions.write(line, 0, length);
      for (BookedFill fill : booked) {
        writeFill(fill);
      }
      row.clear().whole(set.index()).character(',').text(set.bars().getFirst().stamp());
      cash.write(account.cash(), row.character(','));
      positionValue.write(account.positionValue(), row.character(','));
      worth.write(account.equity(), row.character(','));
      equity.write(row.character('\n').array(), 0, row.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    metrics.completed(account, booked);
  }

  /** Returns the figures so far. */
  public Metrics metrics() {
    return metrics.metrics();
  }

  private void writeFill(BookedFill fill) throws IOException {
    row.clear().whole(fill.barIndex()).character(',').text(fill.stamp()).character(',');
    row.text(instruments.get(fill.instrument()).id()).character(',');
    row.key(fill.key()).character(',').text(fill.side().name());
    cell(fill.quantity());
    cell(fill.price());
    cell(fill.fee());
    cell(fill.cashAfter());
    cell(fill.positionAfter());
    fills.write(row.character('\n').array(), 0, row.length());
  }

  private void cell(BigDecimal value) {
    row.character(',').decimal(value);
  }
}
