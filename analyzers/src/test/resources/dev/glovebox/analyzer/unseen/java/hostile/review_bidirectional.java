import dev.glovebox.strategy.*;

public final class ReviewBidirectional extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    String level = "user"; /* ⁦ only admins ⁩ ‮ */
    if (level.equals("user")) {
      ctx.buy(1);
    }
  }
}
