package dev.glovebox.host.app.benchmarks;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * CPython under bubblewrap in the namespaces of a jailed worker, without its filter of system
 * calls, its users and its bounds of memory: what a box for CPython costs at its least.
 */
final class BoxedPython implements AutoCloseable {
  static final Path BUBBLEWRAP = Path.of("/usr/bin/bwrap");
  static final Path PYTHON = Path.of("/usr/bin/python3");

  private static final int PIPE_BYTES = 64 * 1024;

  private final Process process;
  private final DataOutputStream in;
  private final DataInputStream out;

  private BoxedPython(Process process) {
    this.process = process;
    this.in = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), PIPE_BYTES));
    this.out = new DataInputStream(process.getInputStream());
  }

  /** Copies a script of the tests' resources to where it can be shown to a box. */
  static Path script(String name, Path folder) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream resource = BoxedPython.class.getResourceAsStream("/benchmarks/" + name)) {
      Files.copy(Optional.ofNullable(resource).orElseThrow(), file);
    }
    return file;
  }

  /** Starts {@code script}. */
  static BoxedPython start(Path script, String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(script, arguments));
    builder.environment().clear();
    return new BoxedPython(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  private static List<String> command(Path script, String... arguments) {
    Stream<String> box =
        Stream.of(
            BUBBLEWRAP.toString(),
            "--unshare-all --unshare-user --disable-userns --uid 65534 --gid 65534",
            "--hostname worker --die-with-parent --new-session --as-pid-1",
            "--clearenv --setenv LANG C.UTF-8 --cap-drop ALL",
            "--ro-bind /usr /usr --ro-bind-try /lib /lib --ro-bind-try /lib64 /lib64");
    Stream<String> rest =
        Stream.of(
            "--proc /proc --size 67108864 --tmpfs /tmp",
            "--dev /dev --remount-ro /dev --remount-ro / --chdir /tmp --",
            PYTHON + " -I -B /script.py");
    return Stream.of(
            box.flatMap(words -> Stream.of(words.split(" "))),
            Stream.of("--ro-bind", script.toString(), "/script.py"),
            rest.flatMap(words -> Stream.of(words.split(" "))),
            Stream.of(arguments))
        .flatMap(words -> words)
        .toList();
  }

  /** What it reads. */
  DataOutputStream in() {
    return in;
  }

  /** What it says. */
  DataInputStream out() {
    return out;
  }

  /** It and what stands between it and this process. */
  List<Long> pids() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(ProcessHandle::pid)
        .toList();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
