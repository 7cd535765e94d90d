package dev.glovebox.worker.python;

import java.lang.reflect.Method;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/** Replaces a method of a builtin type, which the language itself keeps as they are. */
final class BuiltinType {
  private static final String TEXT = "com.oracle.truffle.api.strings.TruffleString";
  private static final String UTF_32 = "UTF_32";

  private final Context context;
  private final Value type;

  BuiltinType(Context context, Value type) {
    this.context = context;
    this.type = type;
  }

  /** Makes {@code method} the type's method of this name. */
  void replace(String name, Value method) {
    context.enter();
    try {
      Object target = EngineParts.behind(type);
      Class<?> texts = Class.forName(TEXT);
      Method set = target.getClass().getMethod("setAttributeUnsafe", texts, Object.class);
      set.invoke(target, text(texts, name), EngineParts.behind(method));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this engine keeps its types in another way", e);
    } finally {
      context.leave();
    }
  }

  private static Object text(Class<?> texts, String name) throws ReflectiveOperationException {
    Class<?> encodings = Class.forName(TEXT + "$Encoding");
    Object encoding = encodings.getField(UTF_32).get(null);
    return texts
        .getMethod("fromJavaStringUncached", String.class, encodings)
        .invoke(null, name, encoding);
  }
}
