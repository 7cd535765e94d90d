import dev.glovebox.strategy.*;

public final class OwnException extends Strategy {
  private static final class TooEarly extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooEarly(int seen) {
      super("only " + seen + " bars");
    }
  }

  private double middle(Context ctx, int length) {
    double[] closes = ctx.closes(length);
    if (closes.length < length) {
      throw new TooEarly(closes.length);
    }
    return closes[length / 2];
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    try {
      if (bar.close() > middle(ctx, 21)) {
        ctx.buy(1);
      }
    } catch (TooEarly e) {
      ctx.log(e.getMessage());
    }
  }
}
