package dev.glovebox.host.app.attacks;

import dev.glovebox.host.app.Surroundings;
import dev.glovebox.host.app.host.Folders;
import dev.glovebox.host.app.host.Images;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plain JVM with the same engine and nothing that protects, for attack after attack. */
final class Controls implements AutoCloseable {
  private static final String MAIN = "dev.glovebox.worker.attack.ControlMain";
  private static final String ENGINE_FILES = "-Dpolyglot.engine.userResourceCache=";
  private static final long ACCIDENT_SECONDS = 180;
  private static final long RUNS_ON_SECONDS = 4;

  private final List<String> command = new ArrayList<>();
  private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor();
  private Optional<Process> process = Optional.empty();
  private Optional<Conversation> conversation = Optional.empty();

  /**
   * Starts nothing yet.
   *
   * @param engine a copy of the engine's files: nothing keeps a control from writing there
   */
  Controls(Surroundings surroundings, Images images, Path tests, Path engine) {
    command.add(surroundings.java().toString());
    command.add("-Xmx2g");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add(ENGINE_FILES + engine);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-cp");
    command.add(
        Stream.concat(images.worker().image().classPath().stream(), Stream.of(tests))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(MAIN);
  }

  /** Runs one attack to its end. */
  Ending run(Attack attack) throws IOException {
    return run(attack, ACCIDENT_SECONDS);
  }

  /** Whether an attack is still running long after a worker would have been killed. */
  boolean runsOn(Attack attack) throws IOException {
    Ending ending = run(attack, RUNS_ON_SECONDS);
    return !ending.code().equals(Ending.COMPLETED)
        || ending.lines().stream().anyMatch(line -> line.startsWith(Attack.GOT_IN));
  }

  /** Copies the files of the engine that workers of {@code images} read. */
  static Path copyOfEngine(Images images, Path target) throws IOException {
    for (String flag : images.worker().image().jvmFlags()) {
      if (flag.startsWith(ENGINE_FILES)) {
        Folders.copyTree(Path.of(flag.substring(ENGINE_FILES.length())), target);
        return target;
      }
    }
    throw new IOException("workers name no files of the engine");
  }

  private Ending run(Attack attack, long seconds) throws IOException {
    Conversation open = open();
    Process running = process.orElseThrow();
    ScheduledFuture<?> deadline =
        deadlines.schedule(running::destroyForcibly, seconds, TimeUnit.SECONDS);
    Optional<Ending> ending = open.run(attack);
    deadline.cancel(false);
    if (ending.isEmpty()) {
      end();
    }
    return ending.orElseGet(() -> new Ending("ENDED", Ending.HOST, "", List.of()));
  }

  private Conversation open() throws IOException {
    if (conversation.isPresent()) {
      return conversation.get();
    }
    Process started =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process = Optional.of(started);
    Conversation begun = new Conversation(started.getInputStream(), started.getOutputStream());
    if (!begun.begins()) {
      throw new IOException("the control did not start");
    }
    conversation = Optional.of(begun);
    return begun;
  }

  private void end() {
    process.ifPresent(running -> running.destroyForcibly().onExit().join());
    process = Optional.empty();
    conversation = Optional.empty();
  }

  @Override
  public void close() {
    end();
    deadlines.shutdownNow();
  }
}
