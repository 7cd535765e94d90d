import java.io.InputStream;
import java.io.OutputStream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Value;

/**
 * The guest engine alone, under the worker's own policy, in a plain process: no prelude, no strategy
 * interface, no protocol. Says when its first on_bar has returned; then spins if it is told to.
 */
public final class BareGuest {
  private BareGuest() {}

  public static void main(String[] arguments) throws Exception {
    Engine engine =
        Engine.newBuilder("python")
            .sandbox(SandboxPolicy.CONSTRAINED)
            .option("engine.WarnInterpreterOnly", "false")
            .out(OutputStream.nullOutputStream())
            .err(OutputStream.nullOutputStream())
            .in(InputStream.nullInputStream())
            .build();
    Context context =
        Context.newBuilder("python")
            .engine(engine)
            .sandbox(SandboxPolicy.CONSTRAINED)
            .allowHostAccess(HostAccess.CONSTRAINED)
            .out(OutputStream.nullOutputStream())
            .err(OutputStream.nullOutputStream())
            .in(InputStream.nullInputStream())
            .build();
    context.eval(
        "python",
        "class S:\n    def on_bar(self, close):\n        self.last = close\n        return 1\n\ns = S()\n");
    Value hook = context.eval("python", "s.on_bar");
    hook.execute(100.5);
    System.out.println("bar");
    System.out.flush();
    if (System.in.read() == 's') {
      System.out.println("spins");
      System.out.flush();
      context.eval("python", "sum(range(10**13))");
    }
  }
}
