package dev.glovebox.worker.python;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.instrumentation.Instrumenter;
import com.oracle.truffle.api.nodes.Node;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Objects;
import org.graalvm.polyglot.Value;

/**
 * The engine's own parts, for which its public interface has no way. A release of the engine that
 * has them otherwise ends the worker at its start.
 */
final class EngineParts {
  private static final String CORE = "com.oracle.graal.python.builtins.Python3Core";
  private static final String CONTEXT = "com.oracle.graal.python.runtime.PythonContext";

  private static final String LIST = "com.oracle.graal.python.builtins.objects.list.PList";
  private static final String STORE =
      "com.oracle.graal.python.runtime.sequence.storage.ArrayBasedSequenceStorage";

  private EngineParts() {}

  /** What a value of the guest is to the engine itself. */
  static Object behind(Value value) throws ReflectiveOperationException {
    Field receiver = Value.class.getSuperclass().getDeclaredField("receiver");
    receiver.setAccessible(true);
    return receiver.get(value);
  }

  /**
   * The array that holds the items of a list of the guest, which stays so while nobody resizes it.
   */
  static Object itemsOf(Value list) throws ReflectiveOperationException {
    Object store = Class.forName(LIST).getMethod("getSequenceStorage").invoke(behind(list));
    return Class.forName(STORE).getMethod("getInternalArrayObject").invoke(store);
  }

  /** By which the language itself watches its code; the context must be entered. */
  static Instrumenter instrumenter() throws ReflectiveOperationException {
    Class<?> type = Class.forName(CONTEXT);
    TruffleLanguage.Env env = (TruffleLanguage.Env) type.getMethod("getEnv").invoke(context());
    return Objects.requireNonNull(env.lookup(Instrumenter.class));
  }

  /** The builtin modules by their names, of the context that is entered; to be changed. */
  static Map<?, ?> builtinModules() throws ReflectiveOperationException {
    Field modules = Class.forName(CORE).getDeclaredField("builtinModules");
    modules.setAccessible(true);
    return (Map<?, ?>) modules.get(context());
  }

  private static Object context() throws ReflectiveOperationException {
    return Class.forName(CONTEXT).getMethod("get", Node.class).invoke(null, (Object) null);
  }
}
