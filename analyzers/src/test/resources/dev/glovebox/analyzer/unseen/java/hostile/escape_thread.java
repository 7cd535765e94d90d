import dev.glovebox.strategy.*;

public final class EscapeThread extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    Thread thread = new Thread(() -> ctx.buy(1));
    thread.start();
  }
}
