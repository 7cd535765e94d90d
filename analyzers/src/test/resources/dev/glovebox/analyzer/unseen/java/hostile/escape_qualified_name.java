import dev.glovebox.strategy.*;

public final class EscapeQualifiedName extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    java.lang.reflect.Field[] fields = Strategy.class.getDeclaredFields();
    ctx.log("fields " + fields.length);
  }
}
