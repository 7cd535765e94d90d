package dev.glovebox.worker;

import dev.glovebox.lockdown.Lockdown;
import dev.glovebox.proto.worker.v1.HostFrame;
import dev.glovebox.worker.guest.Supervisor;
import dev.glovebox.worker.python.PythonEngine;
import dev.glovebox.worker.python.PythonGuest;
import dev.glovebox.worker.transport.HostStream;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.LogManager;

/**
 * Main class of the worker process; see README.md of this module for stdin, flags and exit status.
 *
 * <p>Two threads matter: the stream's event loop, and the guest thread, which has a large stack and
 * owns engine, guest and supervisor. The engine starts while the host is being dialled.
 */
public final class WorkerMain {
  /** Everything was said. */
  public static final int EXIT_DONE = 0;

  /** stdin did not hold an invitation. */
  public static final int EXIT_INVITATION = 2;

  /** The host could not be reached, or went away. */
  public static final int EXIT_HOST_GONE = 4;

  /** The worker failed before it could tell the host. */
  public static final int EXIT_FAULT = 5;

  /** Stack of the guest thread, so that the recursion limit is met before the stack's end. */
  public static final long GUEST_STACK_BYTES = 64L * 1024 * 1024;

  private WorkerMain() {}

  /** Runs one worker. */
  public static void main(String[] arguments) throws IOException {
    LogManager.getLogManager().reset();
    Optional<Invitation> invitation = Invitation.read(System.in);
    if (invitation.isEmpty()) {
      halt(EXIT_INVITATION);
      return;
    }
    Thread guest = new Thread(null, () -> serve(invitation.get()), "guest", GUEST_STACK_BYTES);
    guest.setUncaughtExceptionHandler((_, _) -> halt(EXIT_FAULT));
    guest.start();
    // The engine is starting on the other thread: here is time.
    Lockdown.prepare();
    awaitHostsEnd();
  }

  /** The guest may be in an endless loop when the host goes away; then only stdin's end tells. */
  private static void awaitHostsEnd() throws IOException {
    while (System.in.read() >= 0) {
      // The host says nothing more here.
    }
    halt(EXIT_HOST_GONE);
  }

  private static void serve(Invitation invitation) {
    PythonGuest guest = new PythonGuest(PythonEngine.open());
    HostStream stream = HostStream.dial(invitation.socket(), () -> halt(EXIT_HOST_GONE));
    Supervisor supervisor = new Supervisor(guest, stream::send);
    supervisor.greet(invitation.nonce(), guest.engineVersion(), Runtime.version().toString());
    boolean locked = false;
    while (!supervisor.ended()) {
      Optional<HostFrame> frame = stream.take();
      if (frame.isEmpty()) {
        halt(EXIT_HOST_GONE);
        return;
      }
      if (!locked) {
        // The first frame brings the candidate; the channel stands, nothing else is needed.
        Lockdown.enter();
        locked = true;
      }
      supervisor.handle(frame.get());
    }
    stream.close();
    halt(EXIT_DONE);
  }

  // Not exit: shutdown hooks of engine or candidate have nothing to do here.
  private static void halt(int status) {
    Lockdown.halt(status);
  }
}
