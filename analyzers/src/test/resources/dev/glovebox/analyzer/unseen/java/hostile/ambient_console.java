import dev.glovebox.strategy.*;

public final class AmbientConsole extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    System.err.println(bar.close());
  }
}
