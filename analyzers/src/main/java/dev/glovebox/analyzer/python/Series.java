package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.flow.PriceSeries;
import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.List;

/** Constants that move as prices do: a memory of what happened. */
final class Series {
  private Series() {}

  /** Whether {@code elements} are constant numbers that move as prices do. */
  static boolean isLikePrices(Flow flow, List<SyntaxNode> elements) {
    if (elements.size() < PriceSeries.NUMBERS_MIN) {
      return false;
    }
    double[] values = new double[elements.size()];
    for (int i = 0; i < values.length; i++) {
      Sense sense = flow.sense(elements.get(i));
      if (!elements.get(i).is("Constant") || !sense.numeric()) {
        return false;
      }
      values[i] = sense.most();
    }
    return PriceSeries.isLikePrices(values);
  }
}
