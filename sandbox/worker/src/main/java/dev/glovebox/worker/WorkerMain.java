package dev.glovebox.worker;

import dev.glovebox.lockdown.Lockdown;
import dev.glovebox.worker.guest.Guest;
import dev.glovebox.worker.guest.LateGuest;
import dev.glovebox.worker.java.JavaGuest;
import dev.glovebox.worker.java.VerifiedClasses;
import dev.glovebox.worker.python.GuestThread;
import dev.glovebox.worker.python.PythonEngine;
import dev.glovebox.worker.python.PythonGuest;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.logging.LogManager;

/**
 * Main class of the worker process; see README.md of this module for stdin, flags and exit status.
 *
 * <p>Two threads matter: the first, which watches stdin, and the guest's, which has a large stack
 * and owns engine, guest, supervisor and stream. A worker that several runs of one owner share has
 * one such thread a run, all on one engine.
 */
public final class WorkerMain {
  /** The language of the strategy that will come; a host that says nothing means Python. */
  public static final String LANGUAGE_PROPERTY = "glovebox.language";

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
  static final InputStream IN = new FileInputStream(FileDescriptor.in);

  private WorkerMain() {}

  /** Runs one worker. */
  public static void main(String[] arguments) throws IOException {
    LogManager.getLogManager().reset();
    Optional<Invitation> invitation = Invitation.read(IN);
    if (invitation.isEmpty()) {
      halt(EXIT_INVITATION);
      return;
    }
    onGuestThread(() -> serve(invitation.get()));
    // The engine is starting on the other thread: here is time.
    Lockdown.prepare();
    if (!invitation.get().byStandardStreams()) {
      awaitHostsEnd();
    }
  }

  private static void onGuestThread(Runnable task) {
    Thread guest = new GuestThread(task);
    guest.setUncaughtExceptionHandler((_, fault) -> halt(status(fault)));
    guest.start();
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

  private static void serve(Invitation invitation) {
    if (JavaGuest.LANGUAGE.equals(System.getProperty(LANGUAGE_PROPERTY))) {
      Supplier<JavaGuest> maker = () -> new JavaGuest(new VerifiedClasses());
      seat(invitation, maker.get(), JavaGuest.engineVersion(), maker);
      return;
    }
    PythonEngine engine = PythonEngine.open();
    if (Rehearsal.isAskedFor()) {
      var _ = Rehearsal.hold(engine);
    }
    PythonGuest guest = new PythonGuest(engine);
    seat(invitation, guest, guest.engineVersion(), () -> new PythonGuest(engine));
  }

  private static void seat(
      Invitation invitation, Guest first, String version, Supplier<? extends Guest> maker) {
    if (invitation.seats() == 1) {
      new Seat(invitation, first, version).serve();
      halt(EXIT_DONE);
    }
    share(invitation, first, version, maker);
  }

  /** Holds several runs of one owner, each with a thread, a connection and a guest of its own. */
  private static void share(
      Invitation invitation, Guest first, String version, Supplier<? extends Guest> maker) {
    CountDownLatch others = new CountDownLatch(invitation.seats() - 1);
    for (int number = 2; number <= invitation.seats(); number++) {
      Seat seat = new Seat(invitation, new LateGuest(maker), version);
      onGuestThread(() -> {
        seat.serve();
        others.countDown();
      });
    }
    // A context stays with the thread that made it.
    new Seat(invitation, first, version).serve();
    try {
      others.await();
    } catch (InterruptedException e) {
      halt(EXIT_FAULT);
    }
    halt(EXIT_DONE);
  }

  // Not exit: shutdown hooks of engine or candidate have nothing to do here.
  static void halt(int status) {
    Lockdown.halt(status);
  }
}
