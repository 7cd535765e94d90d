package dev.glovebox.worker;

import dev.glovebox.lockdown.Lockdown;
import dev.glovebox.proto.worker.v1.HostFrame;
import dev.glovebox.worker.guest.Guest;
import dev.glovebox.worker.guest.Supervisor;
import dev.glovebox.worker.transport.HostStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Where one run is held: its own connection to the host, its own guest, the thread that serves. */
final class Seat {
  private static final AtomicBoolean LOCKED = new AtomicBoolean();

  private final Invitation invitation;
  private final Guest guest;
  private final String engineVersion;

  Seat(Invitation invitation, Guest guest, String engineVersion) {
    this.invitation = invitation;
    this.guest = guest;
    this.engineVersion = engineVersion;
  }

  /** Dials, and holds the run on this thread to its end; a lone one ends with its stream. */
  void serve() {
    HostStream stream = connected();
    Supervisor supervisor = new Supervisor(guest, stream::send);
    supervisor.greet(invitation.nonce(), engineVersion, Runtime.version().toString());
    while (!supervisor.ended()) {
      Optional<HostFrame> frame = stream.take();
      if (frame.isEmpty()) {
        gone();
        return;
      }
      // The first frame brings the candidate. The host sends none before every connection stands.
      lock();
      supervisor.handle(frame.get());
    }
    stream.close();
  }

  private HostStream connected() {
    if (!invitation.byStandardStreams()) {
      return HostStream.dial(invitation.socket(), this::gone);
    }
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    // Stdout carries the stream: whatever a library prints goes nowhere.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    return HostStream.overStandardStreams(WorkerMain.IN, out, this::gone);
  }

  /** The host left this run alone if others are here; that it is gone itself stdin's end tells. */
  private void gone() {
    if (invitation.seats() == 1) {
      WorkerMain.halt(WorkerMain.EXIT_HOST_GONE);
    }
  }

  /** Locks the process once; whoever comes meanwhile waits until it is locked. */
  private static void lock() {
    if (!LOCKED.get()) {
      synchronized (LOCKED) {
        if (!LOCKED.get()) {
          Lockdown.enter();
          LOCKED.set(true);
        }
      }
    }
  }
}
