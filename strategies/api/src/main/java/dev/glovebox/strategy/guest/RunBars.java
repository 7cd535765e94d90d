package dev.glovebox.strategy.guest;

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Bars;
import java.util.Iterator;
import java.util.List;

/** The bars of one set. */
record RunBars(List<Bar> toList) implements Bars {

  @Override
  public boolean contains(String instrument) {
    return instruments().contains(instrument);
  }

  @Override
  public Bar get(String instrument) {
    for (Bar bar : toList) {
      if (bar.instrument().equals(instrument)) {
        return bar;
      }
    }
    throw new IllegalArgumentException(
        "no bar of " + instrument + " in this set; ask bars.contains(...) first");
  }

  @Override
  public int size() {
    return toList.size();
  }

  @Override
  public List<String> instruments() {
    return toList.stream().map(Bar::instrument).toList();
  }

  @Override
  public Iterator<Bar> iterator() {
    return toList.iterator();
  }
}
