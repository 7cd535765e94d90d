// kind: equals and hashCode written by hand
// answer: 5 false {A@1=5}

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

public final class EqualsHashCode extends Strategy {
  static final class Symbol {
    private final String name;
    private final int venue;
    Symbol(String name, int venue) { this.name = name; this.venue = venue; }
    @Override public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      if (other == null || getClass() != other.getClass()) {
        return false;
      }
      Symbol that = (Symbol) other;
      return venue == that.venue && Objects.equals(name, that.name);
    }
    @Override public int hashCode() { return Objects.hash(name, venue); }
    @Override public String toString() { return name + "@" + venue; }
  }
  public String answer() {
    Map<Symbol, Integer> map = new HashMap<>();
    map.put(new Symbol("A", 1), 5);
    return map.get(new Symbol("A", 1)) + " " + new Symbol("A", 1).equals(new Symbol("A", 2)) + " " + map;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
