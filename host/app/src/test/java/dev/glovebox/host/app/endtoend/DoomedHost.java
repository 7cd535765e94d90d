package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.Main;
import dev.glovebox.host.app.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A backtest in a JVM of its own, with the host in it, that is killed with SIGKILL. */
final class DoomedHost {
  private static final int GONE_SECONDS_MAX = 20;
  private static final int POLL_MILLIS = 50;
  private static final int CGROUP_DEPTH = 4;
  private static final String SOCKETS = "unix_socket_directories=";

  private final Process process;
  private final Surroundings around;
  private final Path data;
  private final Path printed;
  private final List<String> told = new ArrayList<>();
  private List<String> family = List.of();
  private List<Path> places = List.of();

  private DoomedHost(Process process, Surroundings around, Path data, Path printed) {
    this.process = process;
    this.around = around;
    this.data = data;
    this.printed = printed;
  }

  /**
   * Starts {@code backtest} on {@code data}.
   *
   * @param around where its temporary folders are, too
   */
  static DoomedHost start(Bench bench, Surroundings around, Path data, Path strategy, Path bars)
      throws IOException {
    Path printed = bench.fresh("stdout");
    Process process =
        new ProcessBuilder(
                around.java().toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + around.temporary(),
                "-Dglovebox.home=" + around.home(),
                "-Dglovebox.cache=" + around.cache(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "backtest",
                strategy.toString(),
                "--bars",
                bars.toString(),
                "--analysis",
                "off",
                "--data",
                data.toString())
            .redirectOutput(printed.toFile())
            .start();
    return new DoomedHost(process, around, data, printed);
  }

  /**
   * Waits for a line of stderr that matches {@code pattern}, then as long as {@code millis}, then
   * kills the host and waits until every process of its family is gone.
   */
  void killAfter(String pattern, long millis) throws IOException, InterruptedException {
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      String read = err.readLine();
      while (read != null) {
        told.add(read);
        if (read.matches(pattern)) {
          break;
        }
        read = err.readLine();
      }
      assertThat(read).as("it ended too soon: %s", told).isNotNull();
      boolean _ = process.waitFor(millis, TimeUnit.MILLISECONDS);
      List<ProcessHandle> descendants = process.descendants().toList();
      family = descendants.stream().map(one -> one.info().command().orElse("")).toList();
      places = places(around.temporary(), descendants);
      process.destroyForcibly();
      assertThat(process.waitFor(GONE_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
      mustBeGone(descendants);
    }
  }

  /** Returns what it told on stderr until it was killed. */
  List<String> told() {
    return told;
  }

  /** Returns the programs of its descendants at the moment of the kill. */
  List<String> family() {
    return family;
  }

  /** Returns the temporary folders, cgroups and folders of sockets that it had at that moment. */
  List<Path> places() {
    return places;
  }

  private List<Path> places(Path temporary, List<ProcessHandle> descendants) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> folders = Files.list(temporary)) {
      folders.forEach(found::add);
    }
    descendants.stream()
        .flatMap(one -> Stream.of(one.info().arguments().orElse(new String[0])))
        .filter(argument -> argument.startsWith(SOCKETS))
        .map(argument -> Path.of(argument.substring(SOCKETS.length())))
        .forEach(found::add);
    try (Stream<Path> cgroups = Files.walk(Path.of("/sys/fs/cgroup"), CGROUP_DEPTH)) {
      cgroups.filter(path -> path.toString().contains(ours())).forEach(found::add);
    } catch (IOException | UncheckedIOException e) {
      // None here, or one of another host's went away meanwhile.
    }
    return found;
  }

  /** As cgroups of this host are named. */
  private String ours() {
    return "/glovebox-" + process.pid() + "-";
  }

  /** Returns the run's name, if it came that far. */
  Optional<String> run() {
    return told.stream()
        .filter(line -> line.startsWith("run teams/"))
        .map(line -> line.substring("run ".length()))
        .findFirst();
  }

  /** Returns whether the result was told, which comes after its record in the log. */
  boolean finished() {
    return Bench.text(printed).contains("\nlog position ");
  }

  /** Ends what is left, so that a failed test leaves nothing behind. */
  void bury() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void mustBeGone(List<ProcessHandle> descendants) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(GONE_SECONDS_MAX);
    List<ProcessHandle> left = left(descendants);
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(POLL_MILLIS);
      left = left(descendants);
    }
    assertThat(left)
        .extracting(one -> one.pid() + " " + one.info().commandLine().orElse(""))
        .as("processes that outlive their host")
        .isEmpty();
  }

  private List<ProcessHandle> left(List<ProcessHandle> descendants) {
    Stream<ProcessHandle> named =
        ProcessHandle.allProcesses()
            .filter(one -> one.info().commandLine().orElse("").contains(data.toString()));
    return Stream.concat(descendants.stream(), named)
        .filter(one -> one.isAlive() && !isZombie(one))
        .distinct()
        .toList();
  }

  /** One that has ended and that nobody has asked for yet is gone for our purpose. */
  private static boolean isZombie(ProcessHandle process) {
    try {
      String state = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return state.startsWith("Z", state.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return !process.isAlive();
    }
  }
}
