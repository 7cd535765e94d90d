import dev.glovebox.strategy.*;
import java.util.LinkedHashMap;
import java.util.Map;

public final class DeterminismOwnHash extends Strategy {
  private static final class Key {
    private final int hour;

    Key(int hour) {
      this.hour = hour;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.hour == hour;
    }

    @Override
    public int hashCode() {
      return Integer.hashCode(hour);
    }
  }

  private final Map<Key, Double> highs = new LinkedHashMap<>();

  @Override
  public void onBar(Context ctx, Bar bar) {
    highs.merge(new Key(bar.openTime().getHour()), bar.high(), Math::max);
    if (highs.size() > 5) {
      ctx.buy(1);
    }
  }
}
