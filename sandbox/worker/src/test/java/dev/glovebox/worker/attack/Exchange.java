package dev.glovebox.worker.attack;

import dev.glovebox.proto.worker.v1.HostFrame;
import dev.glovebox.proto.worker.v1.Start;
import dev.glovebox.proto.worker.v1.WorkerFrame;
import dev.glovebox.worker.python.GuestThread;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * One attack after the other by stdin and stdout: a delimited {@code HostFrame} with a start order
 * in, delimited {@code WorkerFrame}s out, the last of them {@code Stopped} or {@code Fault}.
 */
final class Exchange {
  /** Runs one attack and tells each frame. */
  @FunctionalInterface
  interface Runner {
    void run(Start start, Consumer<WorkerFrame> frames);
  }

  private final InputStream in;
  private final OutputStream out;

  private Exchange(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /** Takes the standard streams away from everybody else, for an attack may print. */
  static Exchange ofStandardStreams() {
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    return new Exchange(System.in, new FileOutputStream(FileDescriptor.out));
  }

  /** Serves attacks on a thread with the guest's stack, until stdin ends. */
  void serve(Runner runner, Runnable beforeTheFirst) {
    new GuestThread(() -> serveAll(runner, beforeTheFirst)).start();
  }

  private void serveAll(Runner runner, Runnable beforeTheFirst) {
    try {
      beforeTheFirst.run();
      send(WorkerFrame.getDefaultInstance());
      HostFrame next = HostFrame.parseDelimitedFrom(in);
      while (next != null) {
        runner.run(next.getStart(), this::send);
        next = HostFrame.parseDelimitedFrom(in);
      }
    } catch (IOException e) {
      // The other side is gone.
    }
    Runtime.getRuntime().halt(0);
  }

  private void send(WorkerFrame frame) {
    try {
      frame.writeDelimitedTo(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A frame of log lines. */
  static WorkerFrame log(List<String> lines) {
    WorkerFrame.Builder frame = WorkerFrame.newBuilder();
    frame.getLogBuilder().addAllLines(lines);
    return frame.build();
  }
}
