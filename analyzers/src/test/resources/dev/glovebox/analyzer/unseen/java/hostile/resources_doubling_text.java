import dev.glovebox.strategy.*;

public final class ResourcesDoublingText extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    String text = "x";
    for (int i = 0; i < 60; i++) {
      text = text + text;
    }
    ctx.log(text);
  }
}
