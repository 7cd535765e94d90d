import dev.glovebox.strategy.*;

public final class ResourcesRepeatedText extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    String text = "x".repeat(1_500_000_000);
    ctx.log(text);
  }
}
