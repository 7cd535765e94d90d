package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.Main;
import dev.glovebox.host.app.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** {@code serve} in a JVM of its own, which a signal can end. */
final class ServedProcess implements GateBench.Serving {
  private static final int END_SECONDS_MAX = 60;

  private final Process process;
  private final String ready;

  private ServedProcess(Process process, String ready) {
    this.process = process;
    this.ready = ready;
  }

  /** Starts it and waits until it is ready. */
  static ServedProcess start(Path config) {
    Surroundings around = Surroundings.ofThisProcess();
    try {
      Process process =
          new ProcessBuilder(
                  around.java().toString(),
                  "-Xmx512m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "--enable-native-access=ALL-UNNAMED",
                  "--sun-misc-unsafe-memory-access=allow",
                  "-Dglovebox.home=" + around.home(),
                  "-Dglovebox.cache=" + around.cache(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName(),
                  "serve",
                  "--config",
                  config.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      return new ServedProcess(
          process, Objects.requireNonNull(out.readLine(), "it ended before it was ready"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String ready() {
    return ready;
  }

  /** Ends it by SIGTERM and returns its exit code and the processes that it had. */
  Ended terminate() throws InterruptedException {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroy();
    assertThat(process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)).as("ended in time").isTrue();
    return new Ended(process.exitValue(), family);
  }

  /** Ends it by SIGKILL and returns the processes that it had. */
  List<ProcessHandle> kill() throws InterruptedException {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroyForcibly();
    assertThat(process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)).as("ended in time").isTrue();
    return family;
  }

  /** How it ended. */
  record Ended(int exit, List<ProcessHandle> family) {}

  @Override
  public void end() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
