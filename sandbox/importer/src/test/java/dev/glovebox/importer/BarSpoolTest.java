package dev.glovebox.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BarSpoolTest {
  @Test
  void spoolGivesBackWhatItTook() {
    SplittableRandom random = new SplittableRandom(11);
    BarSpool spool = new BarSpool();
    List<String> taken = new ArrayList<>();
    Bar bar = new Bar();
    long time = -62_135_596_800_000_000L;
    for (int i = 0; i < 100_000; i++) {
      time += random.nextLong(1, 1_000_000_000_000L);
      bar.stampMicros = time;
      bar.form = new StampForm(' ', 3, random.nextInt(7), "", 0);
      bar.low = random.nextLong(1, 1L << random.nextInt(1, 59));
      bar.open = bar.low + random.nextInt(1000);
      bar.close = bar.low + random.nextInt(1000);
      bar.high = Math.max(bar.open, bar.close) + random.nextInt(1000);
      bar.priceScale = random.nextInt(13);
      bar.volume = random.nextLong(1_000_000_000_000_000_000L);
      bar.volumeScale = random.nextInt(13);
      spool.append(bar);
      taken.add(text(bar));
    }
    BarSpool.Reader reader = spool.reader();
    Bar read = new Bar();
    for (String expected : taken) {
      reader.next(read);
      assertThat(text(read)).isEqualTo(expected);
    }
  }

  private static String text(Bar bar) {
    return List.of(
            bar.stampMicros,
            bar.form,
            bar.open,
            bar.high,
            bar.low,
            bar.close,
            bar.priceScale,
            bar.volume,
            bar.volumeScale)
        .toString();
  }
}
