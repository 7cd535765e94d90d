import dev.glovebox.strategy.*;

public final class DeterminismEqualsAndEnums extends Strategy {
  private enum Mood {
    CALM,
    WILD
  }

  private Mood mood = Mood.CALM;
  private String last;

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (last == null || !last.equals(bar.instrument())) {
      last = bar.instrument();
    }
    mood = (bar.high() - bar.low()) > 3 ? Mood.WILD : Mood.CALM;
    if (mood == Mood.CALM && ctx.position() == 0) {
      ctx.buy(1);
    } else if (mood != Mood.CALM) {
      ctx.close();
    }
  }
}
