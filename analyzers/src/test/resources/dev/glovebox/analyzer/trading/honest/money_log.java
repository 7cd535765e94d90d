import dev.glovebox.strategy.*;

public final class MoneyLog extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double shown = Math.round(bar.close() * 100) / 100.0;
    ctx.log("close " + shown);
    ctx.log("mid " + Math.round((bar.high() + bar.low()) * 50) / 100.0);
  }
}
