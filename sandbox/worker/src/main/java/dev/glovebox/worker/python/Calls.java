package dev.glovebox.worker.python;

import dev.glovebox.worker.guest.GuestFault;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** Calls into the guest, each with a fresh statement budget. */
final class Calls {
  private final PythonContext python;
  private final Faults faults;
  private int intentsMax = Integer.MAX_VALUE;
  private int waiting;

  Calls(PythonContext python, Faults faults) {
    this.python = python;
    this.faults = faults;
  }

  /** Sets how many intents one hook may place. */
  void limit(int intents) {
    intentsMax = intents;
  }

  /** Tells that the waiting intents were taken. */
  void taken() {
    waiting = 0;
  }

  /** Calls a function of the guest and checks what it left behind. */
  Value call(String hook, Value function, Object... arguments) throws GuestFault {
    python.context().resetLimits();
    CallDepth.none();
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
    // The guest keeps this limit itself; one that spoils the API's state does not.
    if (count < 0 || count - waiting > intentsMax) {
      throw faults.tooManyIntents(hook);
    }
    waiting = count;
    return count;
  }
}
