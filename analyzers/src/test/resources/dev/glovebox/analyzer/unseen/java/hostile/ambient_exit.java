import dev.glovebox.strategy.*;

public final class AmbientExit extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    if (bar.close() > 100) {
      Runtime.getRuntime().halt(3);
    }
  }
}
