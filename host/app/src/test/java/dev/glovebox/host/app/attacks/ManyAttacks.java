package dev.glovebox.host.app.attacks;

import dev.glovebox.host.app.host.OpenedJail;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.Language;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.WorkerKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One jailed and locked process that runs attack after attack, each in a context of its own: worker
 * image, flags, filter, guest and supervisor are a real worker's. A process that an attack ends or
 * stalls is replaced, and the attack has the end that the host saw.
 */
final class ManyAttacks implements AutoCloseable {
  private static final String MAIN = "dev.glovebox.worker.attack.AttackMain";
  private static final String JAVA_MAIN = "dev.glovebox.worker.attack.JavaAttackMain";
  private static final int DIRECT_MEBIBYTES = 64;
  private static final Duration START_MAX = Duration.ofMinutes(2);

  private final OpenedJail jail;
  private final ProcessImage image;
  private final ProcessLimits limits;
  private final Duration wall;
  private Optional<JailedProcess> process = Optional.empty();
  private Optional<Conversation> conversation = Optional.empty();

  ManyAttacks(OpenedJail jail, Path tests, int heapMebibytes, Duration wall) {
    this(jail, tests, jail.images().worker().image(), MAIN, heapMebibytes, wall);
  }

  /** Attacks in Java, with the worker's own verifier or without it. */
  static ManyAttacks ofJava(AttackBench bench, boolean verifier, int heapMebibytes) {
    ProcessImage worker =
        bench.jail.images().worker(new WorkerKind(Language.JAVA, Profile.GATE)).image();
    return new ManyAttacks(
        bench.jail,
        bench.tests,
        verifier ? worker : worker.with("-Dglovebox.attack.verifier=off"),
        JAVA_MAIN,
        heapMebibytes,
        AttackBench.ACCIDENT);
  }

  private ManyAttacks(
      OpenedJail jail,
      Path tests,
      ProcessImage worker,
      String main,
      int heapMebibytes,
      Duration wall) {
    List<Path> classPath = new ArrayList<>(worker.classPath());
    // At the end, so that the cache that was recorded over the rest is in force.
    classPath.add(tests);
    this.jail = jail;
    this.image =
        new ProcessImage(worker.name(), classPath, main, worker.jvmFlags(), worker.runtime());
    this.limits = new ProcessLimits(heapMebibytes, DIRECT_MEBIBYTES);
    this.wall = wall;
  }

  /** Runs one attack to its end. */
  Ending run(Attack attack) throws IOException {
    return run(conversation -> conversation.run(attack));
  }

  /** Runs one attack in Java to its end. */
  Ending run(byte[] form) throws IOException {
    return run(conversation -> conversation.run(form));
  }

  private Ending run(Function<Conversation, Optional<Ending>> attack) throws IOException {
    Conversation open = open();
    JailedProcess running = process.orElseThrow();
    running.killAfter(wall);
    Optional<Ending> ending = attack.apply(open);
    running.killAfter(START_MAX);
    if (ending.isPresent()) {
      return ending.get();
    }
    String code =
        running
            .awaitExit(JailedProcess.REAP_WAIT_MAX)
            .map(exit -> exit.reason().name())
            .orElse("LIVES");
    String errors = running.stderrText();
    close();
    return new Ending(code, Ending.HOST, errors, List.of());
  }

  private Conversation open() throws IOException {
    if (conversation.isPresent()) {
      return conversation.get();
    }
    JailedProcess started = jail.jail().start(image, limits);
    process = Optional.of(started);
    started.killAfter(START_MAX);
    Conversation begun = new Conversation(started.stdout(), started.stdin());
    if (!begun.begins()) {
      throw new IOException("it did not start: " + started.stderrText());
    }
    conversation = Optional.of(begun);
    return begun;
  }

  @Override
  public void close() {
    process.ifPresent(JailedProcess::close);
    process = Optional.empty();
    conversation = Optional.empty();
  }
}
