package dev.glovebox.worker.python;

import dev.glovebox.worker.guest.LogSink;
import java.util.concurrent.atomic.AtomicBoolean;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/**
 * One guest context with the values that the worker took from it before a candidate was loaded.
 *
 * @param tripped set by the engine when the statement budget of a call is spent; the context is
 *     dead from then on
 * @param version name and version of the engine, for example {@code graalpy 25.0.3}
 * @param prelude module with {@code set_clock} and {@code set_seed}
 * @param driver module that loads the strategy and calls its hooks
 * @param recursionLimit the engine's own {@code sys.setrecursionlimit}
 * @param recursionError the builtin exception class
 */
record PythonContext(
    Context context,
    LogSink log,
    AtomicBoolean tripped,
    String version,
    Value prelude,
    Value driver,
    Value recursionLimit,
    Value recursionError) {

  /** A function of the driver. */
  Value function(String name) {
    return driver.getMember(name);
  }
}
