import dev.glovebox.strategy.*;

public final class WrongDefault extends Strategy {
  private final int size;

  public WrongDefault(@Default("10.5") int size) {
    this.size = size;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.target(size);
  }
}
