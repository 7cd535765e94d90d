package dev.glovebox.prepare.stdio;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The streams of a helper process, kept clear of everything but frames. */
public final class StandardStreams {
  private StandardStreams() {}

  /**
   * Runs {@code exchange} over the process's own streams and ends the process with its status.
   *
   * <p>Standard output carries frames only, so whatever a library prints goes nowhere. The process
   * is halted, because a parse that was given up may still be running.
   */
  public static void serve(Exchange exchange) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(nowhere);
    System.setErr(nowhere);
    int status =
        exchange.run(
            new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    Runtime.getRuntime().halt(status);
  }
}
