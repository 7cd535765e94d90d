import dev.glovebox.strategy.*;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

public final class EscapeMethodHandle extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    try {
      ctx.log(
          MethodHandles.lookup()
              .findStatic(Math.class, "random", MethodType.methodType(double.class))
              .toString());
    } catch (ReflectiveOperationException e) {
      ctx.log("none");
    }
  }
}
