import dev.glovebox.strategy.*;

public final class DeterminismEnumIdentity extends Strategy {
  private enum Mode { FLAT, LONG }

  private Mode mode = Mode.FLAT;

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (mode == Mode.FLAT && bar.close() > bar.open()) {
      mode = Mode.LONG;
      ctx.buy(1);
    }
  }
}
