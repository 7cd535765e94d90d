package dev.glovebox.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the bars of a file until its interval is known, as differences in variable-length integers.
 *
 * <p>A usual bar takes about 20 bytes. The worst that the file limits allow stays below the size of
 * the file's text, half of it for random digits, so that a heap of 768 MiB holds any legal file.
 * Append all, then read all; not thread-safe.
 */
final class BarSpool {
  private static final int SCALE_BITS = 4;
  private static final int SCALE_MASK = 0xF;

  private final Varints numbers = new Varints();
  private final List<StampForm> forms = new ArrayList<>();
  private final Map<StampForm, Integer> formNumbers = new HashMap<>();
  private int bars;
  private long lastMicros;
  private long lastStep;
  private long lastClose;
  private int lastPriceScale;

  int bars() {
    return bars;
  }

  void append(Bar bar) {
    numbers.append(((long) bar.priceScale << SCALE_BITS) | bar.volumeScale);
    numbers.append(formNumber(bar.form));
    long step = bar.stampMicros - lastMicros;
    numbers.appendSigned(step - lastStep);
    numbers.appendSigned(bar.open - (bar.priceScale == lastPriceScale ? lastClose : 0));
    numbers.append(bar.high - bar.open);
    numbers.append(bar.open - bar.low);
    numbers.append(bar.high - bar.close);
    numbers.append(bar.volume);
    lastStep = step;
    lastMicros = bar.stampMicros;
    lastClose = bar.close;
    lastPriceScale = bar.priceScale;
    bars++;
  }

  private int formNumber(StampForm form) {
    Integer known = formNumbers.get(form);
    if (known != null) {
      return known;
    }
    forms.add(form);
    formNumbers.put(form, forms.size() - 1);
    return forms.size() - 1;
  }

  /** Starts to read from the first bar. */
  Reader reader() {
    return new Reader();
  }

  /** Gives the bars back in order. */
  final class Reader {
    private final Varints.Reader read = numbers.reader();
    private long micros;
    private long step;
    private long close;
    private int priceScale;

    private Reader() {}

    /** Fills {@code bar} with the next; call as often as there are bars. */
    void next(Bar bar) {
      int scales = (int) read.read();
      bar.priceScale = scales >> SCALE_BITS;
      bar.volumeScale = scales & SCALE_MASK;
      bar.form = forms.get((int) read.read());
      step += read.readSigned();
      micros += step;
      bar.stampMicros = micros;
      bar.open = read.readSigned() + (bar.priceScale == priceScale ? close : 0);
      bar.high = bar.open + read.read();
      bar.low = bar.open - read.read();
      bar.close = bar.high - read.read();
      bar.volume = read.read();
      close = bar.close;
      priceScale = bar.priceScale;
    }
  }
}
