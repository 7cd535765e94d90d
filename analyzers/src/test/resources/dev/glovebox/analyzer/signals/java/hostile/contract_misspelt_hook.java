import dev.glovebox.strategy.*;

public final class Misspelt extends Strategy {
  public void onbar(Context ctx, Bar bar) {
    if (bar.close() > bar.open()) {
      ctx.buy(1);
    }
  }
}
