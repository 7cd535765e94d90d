import dev.glovebox.strategy.*;

public final class MoneyWholeShares extends Strategy {
  private final int size;

  public MoneyWholeShares(@Default("100") int size) {
    this.size = size;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    long most = (long) Math.floor(ctx.cash() / bar.close());
    long quantity = Math.min(size, most);
    if (quantity > 0) {
      ctx.buy(quantity);
    }
  }
}
