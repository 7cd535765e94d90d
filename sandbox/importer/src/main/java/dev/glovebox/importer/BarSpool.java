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
  private static final int CHUNK_BYTES = 1 << 20;
  private static final int VARINT_BITS = 7;
  private static final int VARINT_MORE = 0x80;
  private static final int SCALE_BITS = 4;
  private static final int SCALE_MASK = 0xF;

  private final List<byte[]> chunks = new ArrayList<>();
  private final List<StampForm> forms = new ArrayList<>();
  private final Map<StampForm, Integer> formNumbers = new HashMap<>();
  private int bars;
  private int used = CHUNK_BYTES;
  private long lastMicros;
  private long lastStep;
  private long lastClose;
  private int lastPriceScale;

  int bars() {
    return bars;
  }

  void append(Bar bar) {
    write(((long) bar.priceScale << SCALE_BITS) | bar.volumeScale);
    write(formNumber(bar.form));
    long step = bar.stampMicros - lastMicros;
    writeSigned(step - lastStep);
    writeSigned(bar.open - (bar.priceScale == lastPriceScale ? lastClose : 0));
    write(bar.high - bar.open);
    write(bar.open - bar.low);
    write(bar.high - bar.close);
    write(bar.volume);
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

  private void writeSigned(long value) {
    write((value << 1) ^ (value >> 63));
  }

  private void write(long value) {
    long rest = value;
    while ((rest & -VARINT_MORE) != 0) {
      writeByte((byte) ((rest & (VARINT_MORE - 1)) | VARINT_MORE));
      rest >>>= VARINT_BITS;
    }
    writeByte((byte) rest);
  }

  private void writeByte(byte b) {
    if (used == CHUNK_BYTES) {
      chunks.add(new byte[CHUNK_BYTES]);
      used = 0;
    }
    chunks.getLast()[used] = b;
    used++;
  }

  /** Starts to read from the first bar. */
  Reader reader() {
    return new Reader();
  }

  /** Gives the bars back in order. */
  final class Reader {
    private int chunk;
    private int at;
    private long micros;
    private long step;
    private long close;
    private int priceScale;

    private Reader() {}

    /** Fills {@code bar} with the next; call as often as there are bars. */
    void next(Bar bar) {
      int scales = (int) read();
      bar.priceScale = scales >> SCALE_BITS;
      bar.volumeScale = scales & SCALE_MASK;
      bar.form = forms.get((int) read());
      step += readSigned();
      micros += step;
      bar.stampMicros = micros;
      bar.open = readSigned() + (bar.priceScale == priceScale ? close : 0);
      bar.high = bar.open + read();
      bar.low = bar.open - read();
      bar.close = bar.high - read();
      bar.volume = read();
      close = bar.close;
      priceScale = bar.priceScale;
    }

    private long readSigned() {
      long value = read();
      return (value >>> 1) ^ -(value & 1);
    }

    private long read() {
      long value = 0;
      int shift = 0;
      byte b = readByte();
      while (b < 0) {
        value |= (long) (b & (VARINT_MORE - 1)) << shift;
        shift += VARINT_BITS;
        b = readByte();
      }
      return value | ((long) b << shift);
    }

    private byte readByte() {
      if (at == CHUNK_BYTES) {
        chunk++;
        at = 0;
      }
      byte b = chunks.get(chunk)[at];
      at++;
      return b;
    }
  }
}
