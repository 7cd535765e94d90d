package dev.glovebox.worker.python;

import dev.glovebox.worker.guest.GuestFault;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** Calls into the guest, each with a fresh statement budget. */
final class Calls {
  private final PythonContext python;
  private final Faults faults;

  Calls(PythonContext python, Faults faults) {
    this.python = python;
    this.faults = faults;
  }

  /** Calls a function of the guest and checks what it left behind. */
  Value call(String hook, Value function, Object... arguments) throws GuestFault {
    python.context().resetLimits();
    Value result;
    try {
      result = function.execute(arguments);
    } catch (PolyglotException e) {
      throw faults.classify(hook, e);
    }
    if (python.log().flooded()) {
      throw faults.flooded(hook);
    }
    return result;
  }

  /**
   * Calls a hook.
   *
   * @return number of intents that wait to be taken
   */
  int hook(String hook, Value function, Object... arguments) throws GuestFault {
    Value pending = call(hook, function, arguments);
    int count = pending.isNumber() && pending.fitsInInt() ? pending.asInt() : 0;
    if (count < 0) {
      throw faults.tooManyIntents(hook);
    }
    return count;
  }
}
