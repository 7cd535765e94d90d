import dev.glovebox.strategy.*;

public final class BoundedSearch extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double low = 0;
    double high = bar.close();
    for (int i = 0; i < 60 && high - low > 1e-9; i++) {
      double middle = (low + high) / 2;
      if (middle * middle < bar.close()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    int tries = 0;
    do {
      tries++;
      low = Math.nextUp(low);
    } while (tries < 3);
    ctx.target(low > 10 ? 1 : 0);
  }
}
