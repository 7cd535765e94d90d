package dev.glovebox.worker.python;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.EventContext;
import com.oracle.truffle.api.instrumentation.ExecutionEventNode;
import com.oracle.truffle.api.instrumentation.SourceSectionFilter;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import java.util.concurrent.atomic.AtomicBoolean;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/**
 * The limit of recursion as a count of calls, the same in every process and with a compiler.
 *
 * <p>The engine itself keeps {@code sys.setrecursionlimit} and looks at bytes of stack only. Here
 * each function, class body, comprehension and generator written in Python counts while it runs,
 * those of the library and of the strategy API too; one too many raises RecursionError in its
 * caller, as ordinary Python does.
 */
final class CallDepth {
  private static final String MESSAGE = "maximum recursion depth exceeded";

  /** Calls that wait when the driver's loop, which the worker calls, calls something itself. */
  private static final int DRIVER_DEPTH = 2;

  private final AtomicBoolean watching = new AtomicBoolean();

  /** Counts the calls of every context of the engine that {@code context} belongs to. */
  void watch(Context context) {
    if (!watching.compareAndSet(false, true)) {
      return;
    }
    context.enter();
    try {
      SourceSectionFilter functions =
          SourceSectionFilter.newBuilder().tagIs(StandardTags.RootTag.class).build();
      EngineParts.instrumenter().attachExecutionEventFactory(functions, CallDepth::node);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this engine lets nobody count its calls", e);
    } finally {
      context.leave();
    }
  }

  private static ExecutionEventNode node(EventContext function) {
    return SetFeed.isAsked(function) ? new Asked(function) : new Counter(function);
  }

  /** Starts to count on the calling thread; no limit yet. */
  static void begin(Value recursionError) {
    if (Thread.currentThread() instanceof GuestThread thread) {
      try {
        thread.recursionError = EngineParts.behind(recursionError);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("this engine keeps its values in another way", e);
      }
      thread.depthMax = Integer.MAX_VALUE;
      thread.depth = 0;
      return;
    }
    throw new IllegalStateException("a guest needs a guest thread");
  }

  /** Sets how many calls may wait at a time on the calling thread. */
  static void limit(int calls) {
    if (Thread.currentThread() instanceof GuestThread thread) {
      thread.depthMax = calls;
    }
  }

  /** Tells that nothing of the guest runs on the calling thread. */
  static void none() {
    if (Thread.currentThread() instanceof GuestThread thread) {
      thread.depth = 0;
    }
  }

  /** At the entry and exit of one function. */
  private static class Counter extends ExecutionEventNode {
    private final EventContext function;

    Counter(EventContext function) {
      this.function = function;
    }

    @Override
    protected void onEnter(VirtualFrame frame) {
      if (Thread.currentThread() instanceof GuestThread thread
          && ++thread.depth > thread.depthMax) {
        CompilerDirectives.transferToInterpreter();
        // The engine drops every other exception here; this one leaves the function by onUnwind.
        throw function.createUnwind(this);
      }
    }

    @Override
    protected Object onUnwind(VirtualFrame frame, Object info) {
      throw exceeded();
    }

    @Override
    protected void onReturnValue(VirtualFrame frame, Object result) {
      leave();
    }

    @Override
    protected void onReturnExceptional(VirtualFrame frame, Throwable exception) {
      leave();
    }

    private static void leave() {
      if (Thread.currentThread() instanceof GuestThread thread) {
        thread.depth--;
      }
    }

    @CompilerDirectives.TruffleBoundary
    private static RuntimeException exceeded() {
      InteropLibrary interop = InteropLibrary.getUncached();
      try {
        Object type = ((GuestThread) Thread.currentThread()).recursionError;
        return interop.throwException(interop.instantiate(type, MESSAGE));
      } catch (InteropException e) {
        throw CompilerDirectives.shouldNotReachHere(e);
      }
    }
  }

  /** At the function by which the driver asks for the next set. */
  private static final class Asked extends Counter {
    Asked(EventContext function) {
      super(function);
    }

    @Override
    protected void onEnter(VirtualFrame frame) {
      super.onEnter(frame);
      // Deeper than in the driver's own loop it is the strategy that calls.
      if (Thread.currentThread() instanceof GuestThread thread && thread.depth == DRIVER_DEPTH) {
        SetFeed.next(thread);
      }
    }
  }
}
