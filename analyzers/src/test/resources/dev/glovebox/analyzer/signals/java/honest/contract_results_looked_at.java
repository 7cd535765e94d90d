import dev.glovebox.strategy.*;
import dev.glovebox.strategy.bars.Fold;
import java.util.Optional;

public final class Looked extends Strategy {
  private final Fold week = new Fold("1w");
  private Optional<String> last = Optional.empty();

  @Override
  public void onBar(Context ctx, Bar bar) {
    Optional<Bar> closed = week.update(bar);
    if (closed.isEmpty()) {
      return;
    }
    Bar whole = closed.get();
    if (whole.close() > whole.open() && last.isEmpty()) {
      last = ctx.buy(1);
      last.ifPresent(id -> ctx.log("asked for " + id));
    }
    Optional<String> sold = whole.close() < whole.open() ? ctx.close() : Optional.empty();
    if (sold.isPresent()) {
      ctx.log(sold.get());
    }
    ctx.log(last.orElse("none"));
  }
}
