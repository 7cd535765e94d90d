import dev.glovebox.strategy.*;
import java.util.HashSet;
import java.util.Set;

public final class DeterminismHashSetOrder extends Strategy {
  private final Set<String> tags = new HashSet<>();

  @Override
  public void onBar(Context ctx, Bar bar) {
    tags.add("bar" + bar.openTime().getHour());
    for (String tag : tags) {
      if (tag.endsWith("7")) {
        ctx.buy(1, new OrderOptions().tag(tag));
        break;
      }
    }
  }
}
