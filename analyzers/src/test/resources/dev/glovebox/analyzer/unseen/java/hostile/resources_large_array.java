import dev.glovebox.strategy.*;

public final class ResourcesLargeArray extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    long[] memory = new long[2_000_000_000];
    memory[0] = 1;
  }
}
