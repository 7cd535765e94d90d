package dev.glovebox.worker;

import com.google.protobuf.ByteString;
import dev.glovebox.proto.worker.v1.Bars;
import dev.glovebox.proto.worker.v1.Fault;
import dev.glovebox.proto.worker.v1.HostFrame;
import dev.glovebox.proto.worker.v1.Intent;
import dev.glovebox.proto.worker.v1.Ready;
import dev.glovebox.proto.worker.v1.Start;
import dev.glovebox.proto.worker.v1.Stop;
import dev.glovebox.proto.worker.v1.WorkerFrame;
import dev.glovebox.worker.guest.Guest;
import dev.glovebox.worker.guest.Supervisor;
import dev.glovebox.worker.python.GuestThread;
import dev.glovebox.worker.python.PythonEngine;
import dev.glovebox.worker.python.PythonGuest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Runs strategies in this JVM: one engine for all tests, a new context for each run. */
public final class InProcess {
  private static final PythonEngine ENGINE = PythonEngine.open();

  private InProcess() {}

  /**
   * What a run left behind.
   *
   * @param intents of all answers, in order
   */
  public record Run(
      Optional<Ready> ready,
      List<Intent> intents,
      List<String> log,
      Optional<Fault> fault,
      Market market) {

    /** The fault of a run that must have one. */
    public Fault failure() {
      return fault.orElseThrow(() -> new AssertionError("the run ended well: " + log));
    }
  }

  /** Runs a strategy over a wavy series in lock-step. */
  public static Run run(String source, Map<String, String> parameters) {
    return run(Strategies.start(source, parameters).build(), new Market(Market.waves(60)), 1);
  }

  /** Runs a strategy without parameters over a wavy series in lock-step. */
  public static Run run(String source) {
    return run(source, Map.of());
  }

  /** Runs a strategy on a thread with the worker's stack. */
  public static Run run(Start start, Market market, int block) {
    return run(start, market, block, InProcess::guest);
  }

  /** Runs a strategy in a guest of any language on a thread with the worker's stack. */
  public static Run run(Start start, Market market, int block, Supplier<? extends Guest> guest) {
    return onGuestThread(() -> drive(start, market, block, guest.get()));
  }

  /** Runs {@code work} on a thread with the worker's stack. */
  public static <T> T onGuestThread(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    new GuestThread(task).start();
    try {
      return task.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  /** A new guest on the shared engine. */
  public static PythonGuest guest() {
    return new PythonGuest(ENGINE);
  }

  private static Run drive(Start start, Market market, int block, Guest guest) {
    List<WorkerFrame> frames = new ArrayList<>();
    Supervisor supervisor = new Supervisor(guest, frames::add);
    supervisor.greet(ByteString.copyFrom(new byte[32]), "graalpy", "25");
    long sequence = 1;
    supervisor.handle(host(sequence).setStart(start).build());
    List<Intent> intents = new ArrayList<>();
    int next = 0;
    while (next < market.size() && !supervisor.ended()) {
      Bars.Builder bars = Bars.newBuilder().addSets(market.set(next).toByteString());
      for (int i = 1; i < block && next + i < market.size(); i++) {
        bars.addSets(market.set(next + i).toByteString());
      }
      sequence++;
      supervisor.handle(host(sequence).setBars(bars).build());
      WorkerFrame last = frames.getLast();
      if (last.hasAnswer()) {
        next += last.getAnswer().getConsumed();
        intents.addAll(last.getAnswer().getIntentsList());
        market.order(last.getAnswer().getIntentsList());
      }
    }
    if (!supervisor.ended()) {
      supervisor.handle(host(sequence + 1).setStop(Stop.getDefaultInstance()).build());
    }
    return new Run(
        frames.stream().filter(WorkerFrame::hasReady).map(WorkerFrame::getReady).findFirst(),
        List.copyOf(intents),
        frames.stream().flatMap(frame -> frame.getLog().getLinesList().stream()).toList(),
        frames.stream().filter(WorkerFrame::hasFault).map(WorkerFrame::getFault).findFirst(),
        market);
  }

  private static HostFrame.Builder host(long sequence) {
    return HostFrame.newBuilder().setVersion(Supervisor.PROTOCOL_VERSION).setSequence(sequence);
  }
}
