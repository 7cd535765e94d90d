import dev.glovebox.strategy.*;
import java.util.HashSet;
import java.util.Set;

public final class DeterminismStreamOfSet extends Strategy {
  private final Set<String> ids = new HashSet<>();

  @Override
  public void onBar(Context ctx, Bar bar) {
    ids.add(bar.instrument());
    String chosen = ids.stream().filter(id -> !id.isEmpty()).findFirst().orElse("");
    ctx.buy(1, new OrderOptions().tag(chosen));
  }
}
