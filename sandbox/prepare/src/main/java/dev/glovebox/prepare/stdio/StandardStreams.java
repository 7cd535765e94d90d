package dev.glovebox.prepare.stdio;

import dev.glovebox.lockdown.Lockdown;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The streams of a helper process, kept clear of everything but frames. */
public final class StandardStreams {
  /** How long a helper may live on without its host. */
  private static final Duration ORPHAN_LIFE = Duration.ofSeconds(5);

  private StandardStreams() {}

  /**
   * Runs {@code exchange} over the process's own streams and ends the process with its status.
   *
   * <p>Standard output carries frames only, so whatever a library prints goes nowhere. The process
   * is halted, because a parse that was given up may still be running.
   */
  public static void serve(Exchange exchange) {
    serve(exchange, () -> {});
  }

  /**
   * Like {@link #serve(Exchange)}.
   *
   * @param before runs before the request is read, and must not throw
   */
  public static void serve(Exchange exchange, Runnable before) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(nowhere);
    System.setErr(nowhere);
    InputStream in = new FileInputStream(FileDescriptor.in);
    before.run();
    Lockdown.enter();
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    int status = exchange.run(in, out, () -> endWithTheHost(in));
    if (!Lockdown.isRecorded()) {
      sayTheEnd(out);
    }
    Lockdown.halt(status);
  }

  // The host waits for the end of the answer, and a JVM with a thread in a blocking read takes a
  // third of a second to end itself.
  private static void sayTheEnd(OutputStream out) {
    try {
      out.close();
    } catch (IOException e) {
      // The host is gone; nobody waits.
    }
  }

  // The end of standard input means that the host is gone; an answer that is nearly done may still
  // be of use to whoever wrote the request and closed the stream.
  private static void endWithTheHost(InputStream in) {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (in.read() >= 0) {
                  // Nothing is expected; only the end counts.
                }
                Thread.sleep(ORPHAN_LIFE);
              } catch (IOException | InterruptedException e) {
                // A broken stream has ended as well.
              }
              Runtime.getRuntime().halt(Exchange.NOT_ANSWERED);
            },
            "host-watch");
    watch.setDaemon(true);
    watch.start();
  }
}
