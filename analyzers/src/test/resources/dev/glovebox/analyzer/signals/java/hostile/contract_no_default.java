import dev.glovebox.strategy.*;

public final class NoDefault extends Strategy {
  private final int size;

  public NoDefault(@Default("3") int wait, int size) {
    this.size = size + wait;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.target(size);
  }
}
