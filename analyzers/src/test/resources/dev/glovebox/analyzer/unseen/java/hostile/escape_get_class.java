import dev.glovebox.strategy.*;

public final class EscapeGetClass extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    if (ctx.getClass().getClassLoader() != null) {
      ctx.buy(1);
    }
  }
}
