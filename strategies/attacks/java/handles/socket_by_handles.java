// id: J188
// family: handles
// goal: listen on a port by handles alone
// refused: JAVA_METHOD_NOT_LISTED
// verifier: JAVA_METHOD_NOT_LISTED
// unverified: COMPLETED
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
      Object channel = call("java.nio.channels.ServerSocketChannel", "open", "()Ljava/nio/channels/ServerSocketChannel;");
      on(channel, "java.nio.channels.ServerSocketChannel", "bind", "(Ljava/net/SocketAddress;)Ljava/nio/channels/ServerSocketChannel;", new Object[] {null});
      return "GOT-IN " + channel;
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
