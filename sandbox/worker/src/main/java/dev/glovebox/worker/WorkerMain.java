package dev.glovebox.worker;

import dev.glovebox.lockdown.Lockdown;
import dev.glovebox.proto.worker.v1.HostFrame;
import dev.glovebox.worker.guest.Supervisor;
import dev.glovebox.worker.python.GuestThread;
import dev.glovebox.worker.python.PythonEngine;
import dev.glovebox.worker.python.PythonGuest;
import dev.glovebox.worker.transport.HostStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

  /** Memory ran out: the status of a JVM that ends for that reason by itself. */
  public static final int EXIT_OUT_OF_MEMORY = 3;

  /** The host could not be reached, or went away. */
  public static final int EXIT_HOST_GONE = 4;

  /** The worker failed before it could tell the host. */
  public static final int EXIT_FAULT = 5;

  // Nothing reads ahead of the invitation: what follows it may be the stream.
  private static final InputStream IN = new FileInputStream(FileDescriptor.in);

  private WorkerMain() {}

  /** Runs one worker. */
  public static void main(String[] arguments) throws IOException {
    LogManager.getLogManager().reset();
    Optional<Invitation> invitation = Invitation.read(IN);
    if (invitation.isEmpty()) {
      halt(EXIT_INVITATION);
      return;
    }
    Thread guest = new GuestThread(() -> serve(invitation.get()));
    guest.setUncaughtExceptionHandler((_, fault) -> halt(status(fault)));
    guest.start();
    // The engine is starting on the other thread: here is time.
    Lockdown.prepare();
    if (!invitation.get().byStandardStreams()) {
      awaitHostsEnd();
    }
  }

  /** The JVM itself exits so for its heap; direct memory is given out by Java code. */
  static int status(Throwable fault) {
    return fault instanceof OutOfMemoryError ? EXIT_OUT_OF_MEMORY : EXIT_FAULT;
  }

  /** The guest may be in an endless loop when the host goes away; then only stdin's end tells. */
  private static void awaitHostsEnd() throws IOException {
    while (IN.read() >= 0) {
      // The host says nothing more here.
    }
    halt(EXIT_HOST_GONE);
  }

  private static HostStream connected(Invitation invitation) {
    Runnable gone = () -> halt(EXIT_HOST_GONE);
    if (!invitation.byStandardStreams()) {
      return HostStream.dial(invitation.socket(), gone);
    }
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    // Stdout carries the stream: whatever a library prints goes nowhere.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    return HostStream.overStandardStreams(IN, out, gone);
  }

  private static void serve(Invitation invitation) {
    PythonGuest guest = new PythonGuest(PythonEngine.open());
    HostStream stream = connected(invitation);
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
