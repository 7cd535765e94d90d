import dev.glovebox.strategy.*;
import java.util.HashMap;
import java.util.Map;

public final class ResourcesSameHash extends Strategy {
  private record Key(double price) {
    @Override
    public int hashCode() {
      return 7;
    }
  }

  private final Map<Key, Integer> seen = new HashMap<>();

  @Override
  public void onBar(Context ctx, Bar bar) {
    seen.put(new Key(bar.close()), 1);
  }
}
