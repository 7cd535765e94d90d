import dev.glovebox.strategy.*;

public final class EscapeClassForName extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    try {
      Object thing = Class.forName("java.util.ArrayList").getDeclaredConstructor().newInstance();
      ctx.log(thing.toString());
    } catch (ReflectiveOperationException e) {
      ctx.log("none");
    }
  }
}
