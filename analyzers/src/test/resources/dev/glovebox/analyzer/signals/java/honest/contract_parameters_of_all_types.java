import dev.glovebox.strategy.*;

public final class Types extends Strategy {
  private final long size;
  private final double share;
  private final boolean loud;
  private final String word;

  public Types(
      @Default(" 2 ") int wait,
      @Default("-3") long size,
      @Default("1e-2") double share,
      @Default("Yes") boolean loud,
      @Default("") String word) {
    this.size = size + wait;
    this.share = share;
    this.loud = loud;
    this.word = word;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (loud) {
      ctx.log(word + share);
    }
    ctx.target(size);
  }
}
