import dev.glovebox.strategy.*;

public final class EscapeProcess extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    try {
      new ProcessBuilder("id").start();
    } catch (java.io.IOException e) {
      ctx.log("no");
    }
  }
}
