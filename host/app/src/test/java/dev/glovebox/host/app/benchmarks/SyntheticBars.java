package dev.glovebox.host.app.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/** A seeded random walk of one-minute bars as a bar file. */
final class SyntheticBars {
  private static final long SEED = 7;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private SyntheticBars() {}

  static Path write(Path file, long bars) throws IOException {
    Random random = new Random(SEED);
    long price = 1_000_000;
    LocalDateTime time = LocalDateTime.of(2010, 1, 4, 0, 0);
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      out.write("time,open,high,low,close,volume\n");
      for (long i = 0; i < bars; i++) {
        long open = price;
        price = Math.max(10_000, open + random.nextInt(25) - 12);
        StringBuilder row = new StringBuilder(TIME.format(time));
        cents(row, open);
        cents(row, Math.max(open, price) + random.nextInt(6));
        cents(row, Math.min(open, price) - random.nextInt(6));
        cents(row, price);
        out.write(row.append(',').append(1 + random.nextInt(9_999)).append('\n').toString());
        time = time.plusMinutes(1);
      }
    }
    return file;
  }

  private static void cents(StringBuilder row, long value) {
    long rest = value % 100;
    row.append(',').append(value / 100).append(rest < 10 ? ".0" : ".").append(rest);
  }
}
