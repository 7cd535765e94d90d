package dev.glovebox.worker;

import dev.glovebox.proto.worker.v1.Bar;
import java.util.List;

/** Real bars for tests of other packages. */
public final class GoldenBars {
  private GoldenBars() {}

  /** Days of a year, and five minutes with gaps. */
  public static List<List<Bar>> all() {
    return List.of(PriceSeries.apple().bars(), PriceSeries.bitcoin().bars());
  }
}
