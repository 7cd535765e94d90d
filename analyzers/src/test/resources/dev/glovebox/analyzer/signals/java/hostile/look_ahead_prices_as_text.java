import dev.glovebox.strategy.*;

public final class LookAheadPricesAsText extends Strategy {
  private static final String[] PATH =
      ("101.2,101.9,100.4,99.8,102.6,103.3,104.1,103.7,105.2,106.0,104.9,107.3,108.8,109.1,108.2,"
              + "110.5,111.6,110.9,112.4,113.8,112.7,114.2,115.5,116.1,115.0")
          .split(",");
  private int at;

  @Override
  public void onBar(Context ctx, Bar bar) {
    double next = Double.parseDouble(PATH[at++]);
    if (next > bar.close()) {
      ctx.buy(1);
    } else {
      ctx.close();
    }
  }
}
