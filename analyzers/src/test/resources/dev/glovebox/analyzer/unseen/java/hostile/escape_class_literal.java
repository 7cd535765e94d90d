import dev.glovebox.strategy.*;

public final class EscapeClassLiteral extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    ClassLoader loader = String.class.getClassLoader();
    ctx.log(String.valueOf(loader));
  }
}
