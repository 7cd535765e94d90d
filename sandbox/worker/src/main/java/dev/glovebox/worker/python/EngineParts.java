package dev.glovebox.worker.python;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.instrumentation.Instrumenter;
import com.oracle.truffle.api.nodes.Node;
import java.lang.reflect.Field;
import java.util.Objects;
import org.graalvm.polyglot.Value;

/**
 * The engine's own parts, for which its public interface has no way. A release of the engine that
 * has them otherwise ends the worker at its start.
 */
final class EngineParts {
  private static final String CONTEXT = "com.oracle.graal.python.runtime.PythonContext";

  private EngineParts() {}

  /** What a value of the guest is to the engine itself. */
  static Object behind(Value value) throws ReflectiveOperationException {
    Field receiver = Value.class.getSuperclass().getDeclaredField("receiver");
    receiver.setAccessible(true);
    return receiver.get(value);
  }

  /** By which the language itself watches its code; the context must be entered. */
  static Instrumenter instrumenter() throws ReflectiveOperationException {
    Class<?> type = Class.forName(CONTEXT);
    Object context = type.getMethod("get", Node.class).invoke(null, (Object) null);
    TruffleLanguage.Env env = (TruffleLanguage.Env) type.getMethod("getEnv").invoke(context);
    return Objects.requireNonNull(env.lookup(Instrumenter.class));
  }
}
