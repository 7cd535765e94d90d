// id: J019
// family: handles
// goal: write a field by a handle
// refused: JAVA_CLASS_LITERAL
// verifier: JAVA_CLASS_LITERAL
// unverified: COMPLETED
// harmless: handles do what the process may: files, sockets and programs are the jail's, see J186 to J190
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    var handle = java.lang.invoke.MethodHandles.arrayElementVarHandle(int[].class);
    return "GOT-IN " + handle;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    try {
      ctx.log(attack());
    } catch (Exception e) {
      ctx.log("REFUSED");
    }
  }
}
