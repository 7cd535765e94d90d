package dev.glovebox.host.store.postgres;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end, with an environment of our own and a limit on time and output. */
final class Commands {
  /** Longest a program may take, in seconds. */
  static final int RUN_SECONDS_MAX = 60;

  /** Environment of every program started here; nothing of the host's is passed on. */
  static final Map<String, String> ENVIRONMENT =
      Map.of("LC_ALL", "C", "TZ", "UTC", "PATH", "/usr/bin:/bin");

  private static final int SHOWN_BYTES_MAX = 2048;

  private Commands() {}

  /** Runs {@code command} with {@code input} and returns its exit code. */
  static int run(List<String> command, Path folder, String input) {
    return end(command, folder, input).code();
  }

  /** Runs {@code command} and refuses with DATABASE_FAILED if it does not exit with 0. */
  static void demand(List<String> command, Path folder, String input, String what) {
    End end = end(command, folder, input);
    if (end.code() != 0) {
      throw new Refusal(
          Code.DATABASE_FAILED, what + " failed with exit " + end.code() + ": " + end.said());
    }
  }

  private record End(int code, String said) {}

  private static End end(List<String> command, Path folder, String input) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(ENVIRONMENT);
    builder.redirectErrorStream(true);
    try {
      Process process = builder.start();
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // It ended before it read everything; its exit code tells.
      }
      byte[] said = process.getInputStream().readNBytes(SHOWN_BYTES_MAX);
      process.getInputStream().transferTo(OutputStream.nullOutputStream());
      if (!process.waitFor(RUN_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new Refusal(Code.DATABASE_FAILED, "a program of PostgreSQL did not end in time");
      }
      return new End(process.exitValue(), new String(said, StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("a program of PostgreSQL could not be started", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(Code.DATABASE_FAILED, "interrupted while a program of PostgreSQL ran");
    }
  }
}
