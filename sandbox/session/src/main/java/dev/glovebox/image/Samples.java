package dev.glovebox.image;

import dev.glovebox.jail.Language;
import dev.glovebox.jail.SetFrame.BarValues;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/** Our own strategy and series, from which caches are recorded and processes are warmed. */
public final class Samples {
  /** Length of the series. */
  static final int BARS = 240;

  /** Digits after the point of its prices. */
  static final int PRICE_SCALE = 2;

  private static final long DAY_MICROS = TimeUnit.DAYS.toMicros(1);
  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  private Samples() {}

  /** The strategy's source, in normal form. */
  public static byte[] strategy(Language language) {
    String name =
        switch (language) {
          case PYTHON -> "rehearsal.py";
          case JAVA -> "Rehearsal.java";
        };
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long close(int index) {
    return 10_000 + 2L * index + Math.floorMod(index * 37, 190) + 40L * Math.abs(index % 50 - 25);
  }

  static BarValues bar(int index) {
    long open = close(index - 1);
    long close = close(index);
    long start = TimeUnit.DAYS.toMicros(START.toEpochDay()) + index * DAY_MICROS;
    return new BarValues(
        0,
        start,
        start + DAY_MICROS,
        open,
        Math.max(open, close),
        Math.min(open, close),
        close,
        1000 + index,
        PRICE_SCALE,
        0);
  }

  /** The series as a bar file. */
  public static byte[] barFile() {
    StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
    for (int index = 0; index < BARS; index++) {
      BarValues bar = bar(index);
      text.append(START.plusDays(index));
      for (long price : new long[] {bar.open(), bar.high(), bar.low(), bar.close()}) {
        text.append(',').append(BigDecimal.valueOf(price, PRICE_SCALE).toPlainString());
      }
      text.append(',').append(bar.volume()).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
