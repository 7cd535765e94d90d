package dev.glovebox.session;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.glovebox.jail.ImageIdentity;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessExit;
import dev.glovebox.jail.RawIntent;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.StartOrder;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.proto.worker.v1.Hello;
import dev.glovebox.proto.worker.v1.HostFrame;
import dev.glovebox.proto.worker.v1.Stop;
import dev.glovebox.proto.worker.v1.WorkerFrame;
import dev.glovebox.session.Mailbox.Arrival;
import dev.glovebox.session.Mailbox.StreamEnd;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One worker over one gRPC stream. Not thread-safe: frames are sent, awaited, parsed and checked on
 * the thread that calls.
 *
 * <p>Every call ends in an answer or in an {@link Session.Ended}; after the latter the process has
 * been killed.
 */
final class WorkerSession implements Session {
  private static final int VERSION = 1;

  /** Room for the frame's own fields beside its sets. */
  private static final int SETS_BYTES_MAX = Frames.FRAME_BYTES_MAX - 64;

  /**
   * How long a process whose stream broke may take to be seen ended, before it is ended: one that
   * dies closes its socket with its last breath, and only one that lives waits any longer.
   */
  static final Duration EXIT_WAIT_MAX = Duration.ofMillis(500);

  private enum Phase {
    OPENED,
    STARTED,
    ASKED,
    OVER
  }

  private final ConnectedWorker worker;
  private final JailedProcess process;
  private final WorkerLimits limits;
  private final LongSupplier nanoTime;
  private final AnswerChecks checks;
  private final WorkerLog log;
  private final SetEncoder encoder = new SetEncoder();
  private Phase phase = Phase.OPENED;
  private List<SetFrame> asked = List.of();
  private Optional<Ended> unsent = Optional.empty();

  /** Sets of {@link #asked} in the frame that waits for its answer, and until when. */
  private int inFrame;

  private long answerBy;
  private long waited;
  private long received;
  private long sent;
  private String engineVersion = "";
  private String javaVersion = "";
  private @Nullable WorkerStream attached;

  WorkerSession(ConnectedWorker worker, WorkerLimits limits, LongSupplier nanoTime) {
    this.worker = worker;
    this.process = worker.process();
    this.limits = limits;
    this.nanoTime = nanoTime;
    this.checks = new AnswerChecks(limits);
    this.log = new WorkerLog(limits);
  }

  /** Serves the connection on the calling thread, and waits for the hello. */
  private void greet() throws EndedException {
    try {
      attached = WorkerStream.serve(worker.accepted(), nanoTime);
    } catch (IOException e) {
      throw EndedException.seen(
          WorkerEnd.WORKER_START_FAILED, "cannot serve the worker: " + e.getMessage());
    }
    Arrival arrival = stream().take(nanoTime.getAsLong() + limits.wallStart().toNanos());
    if (arrival.equals(Arrival.LATE)) {
      throw EndedException.seen(WorkerEnd.WORKER_START_FAILED, "the worker said no hello in time");
    }
    WorkerFrame frame = parsed(arrival);
    AnswerChecks.require(
        frame.hasHello(), Violation.FRAME_UNEXPECTED, "something before its hello");
    Hello hello = frame.getHello();
    AnswerChecks.require(
        MessageDigest.isEqual(worker.nonce().toByteArray(), hello.getNonce().toByteArray()),
        Violation.NONCE_WRONG,
        "the wrong nonce");
    engineVersion = AnswerChecks.text(hello.getEngineVersion(), AnswerChecks.NAME_BYTES_MAX);
    javaVersion = AnswerChecks.text(hello.getJavaVersion(), AnswerChecks.NAME_BYTES_MAX);
  }

  private WorkerStream stream() {
    WorkerStream stream = attached;
    if (stream == null) {
      throw new IllegalStateException("not started");
    }
    return stream;
  }

  @Override
  public Started start(StartOrder order) {
    enter(Phase.OPENED);
    try {
      greet();
      requireSilence();
      send(HostFrame.newBuilder().setStart(HostFrames.start(order)));
      WorkerFrame frame = answer(limits.wallStart(), 0);
      AnswerChecks.require(
          frame.hasReady(), Violation.FRAME_UNEXPECTED, "something else than ready");
      Ready ready = checks.ready(frame.getReady(), engineVersion, javaVersion);
      phase = Phase.STARTED;
      return ready;
    } catch (EndedException e) {
      return over(e.ended());
    }
  }

  @Override
  public void send(List<SetFrame> sets) {
    if (sets.isEmpty() || sets.size() > WorkerLimits.BLOCK_SETS_MAX) {
      throw new IllegalArgumentException(sets.size() + " sets in a block");
    }
    enter(Phase.STARTED);
    phase = Phase.ASKED;
    asked = sets;
    unsent = Optional.empty();
    try {
      requireSilence();
      ask(sets);
    } catch (EndedException e) {
      unsent = Optional.of(e.ended());
    }
  }

  @Override
  public Answered answer() {
    enter(Phase.ASKED);
    if (unsent.isPresent()) {
      return over(unsent.get());
    }
    int consumed = 0;
    try {
      long statements = 0;
      while (true) {
        List<SetFrame> rest = asked.subList(consumed, asked.size());
        WorkerFrame frame = answer(answerBy, wall(inFrame), inFrame);
        AnswerChecks.require(
            frame.hasAnswer(), Violation.FRAME_UNEXPECTED, "something else than an answer");
        Processed processed = checks.processed(frame.getAnswer(), rest.subList(0, inFrame));
        consumed += processed.consumed();
        statements = Math.max(statements, processed.statements());
        List<RawIntent> intents = processed.intents();
        if (consumed == asked.size() || !intents.isEmpty()) {
          phase = Phase.STARTED;
          return new Processed(consumed, intents, statements);
        }
        ask(asked.subList(consumed, asked.size()));
      }
    } catch (EndedException e) {
      return over(shifted(e.ended(), consumed));
    }
  }

  /** Sends as many sets as one frame carries, which in practice is all. */
  private void ask(List<SetFrame> sets) throws EndedException {
    inFrame = encoder.begin(sets, SETS_BYTES_MAX);
    sent++;
    answerBy = nanoTime.getAsLong() + wall(inFrame).toNanos();
    send(encoder.end(VERSION, sent));
  }

  private Duration wall(int sets) {
    Duration wall = limits.wallPerHook().multipliedBy(sets);
    return wall.compareTo(WorkerLimits.ANSWER_WAIT_MAX) > 0 ? WorkerLimits.ANSWER_WAIT_MAX : wall;
  }

  @Override
  public Finished stop() {
    enter(Phase.STARTED);
    try {
      requireSilence();
      send(HostFrame.newBuilder().setStop(Stop.getDefaultInstance()));
      WorkerFrame frame = answer(wall(1), 0);
      AnswerChecks.require(
          frame.hasStopped(), Violation.FRAME_UNEXPECTED, "something else than stopped");
      phase = Phase.OVER;
      return new Done();
    } catch (EndedException e) {
      return over(e.ended());
    }
  }

  private void enter(Phase expected) {
    if (phase != expected) {
      throw new IllegalStateException("session is " + phase + ", not " + expected);
    }
  }

  private Ended over(Ended ended) {
    phase = Phase.OVER;
    process.kill(ended.reason());
    return ended;
  }

  private static Ended shifted(Ended ended, int sets) {
    return sets == 0
        ? ended
        : new Ended(
            ended.reason(),
            ended.observedBy(),
            ended.message(),
            ended.hook(),
            ended.line(),
            ended.exceptionClass(),
            ended.consumed() + sets);
  }

  private void send(HostFrame.Builder frame) throws EndedException {
    sent++;
    send(frame.setVersion(VERSION).setSequence(sent).build().toByteArray());
  }

  private void send(byte[] bytes) throws EndedException {
    if (bytes.length > Frames.FRAME_BYTES_MAX) {
      throw new IllegalArgumentException("frame of " + bytes.length + " bytes");
    }
    if (!stream().send(bytes)) {
      throw new EndedException(
          EndedException.violated(
              Violation.STREAM_NOT_READ, "the worker answers without reading what it is sent"));
    }
  }

  /** Between calls a worker may log or fail; an answer that nobody asked for is a violation. */
  private void requireSilence() throws EndedException {
    long until = nanoTime.getAsLong() + wall(1).toNanos();
    for (Optional<byte[]> frame = stream().poll(); frame.isPresent(); frame = stream().poll()) {
      AnswerChecks.require(
          heard(parsed(frame.get()), 0).isEmpty(),
          Violation.ANSWER_UNASKED,
          "an answer that was not asked for");
      if (nanoTime.getAsLong() - until > 0) {
        throw EndedException.seen(WorkerEnd.WALL_DEADLINE, "the worker does not stop sending");
      }
    }
  }

  /** Waits for the one frame that answers; takes in log lines on the way. */
  private WorkerFrame answer(Duration wall, int sets) throws EndedException {
    return answer(nanoTime.getAsLong() + wall.toNanos(), wall, sets);
  }

  private WorkerFrame answer(long deadlineNanos, Duration wall, int sets) throws EndedException {
    long begun = nanoTime.getAsLong();
    // What a worker may let the host wait in all counts in every answer.
    long by = begun + Math.min(deadlineNanos - begun, WorkerLimits.RUN_WAIT_MAX.toNanos() - waited);
    while (true) {
      Arrival arrival = stream().take(by);
      if (arrival.equals(Arrival.LATE)) {
        throw EndedException.seen(
            WorkerEnd.WALL_DEADLINE,
            by == deadlineNanos
                ? "no answer within " + wall.toMillis() + " ms"
                : "more than " + WorkerLimits.RUN_WAIT_MAX.toHours() + " hours of waiting in all");
      }
      Optional<WorkerFrame> frame = heard(parsed(arrival), sets);
      if (frame.isPresent()) {
        waited += nanoTime.getAsLong() - begun;
        return frame.get();
      }
    }
  }

  /** Takes in log lines; a fault ends the session; all else is for the caller. */
  private Optional<WorkerFrame> heard(WorkerFrame frame, int sets) throws EndedException {
    return switch (frame.getBodyCase()) {
      case LOG -> {
        AnswerChecks.require(sent > 0, Violation.FRAME_UNEXPECTED, "log lines before its start");
        log.add(frame.getLog().getLinesList());
        yield Optional.empty();
      }
      case FAULT -> throw new EndedException(AnswerChecks.fault(frame.getFault(), sets));
      case HELLO, READY, ANSWER, STOPPED -> Optional.of(frame);
      case BODY_NOT_SET ->
          throw EndedException.violation(Violation.FRAME_UNEXPECTED, "a frame without a body");
    };
  }

  private WorkerFrame parsed(Arrival arrival) throws EndedException {
    if (arrival.end().isPresent()) {
      throw new EndedException(streamEnded(arrival.end().get()));
    }
    return parsed(arrival.frame().orElseThrow());
  }

  private WorkerFrame parsed(byte[] bytes) throws EndedException {
    WorkerFrame frame;
    try {
      frame = WorkerFrame.parseFrom(bytes);
    } catch (InvalidProtocolBufferException _) {
      throw EndedException.violation(Violation.FRAME_UNREADABLE, "a frame that cannot be read");
    }
    received++;
    AnswerChecks.require(frame.getVersion() == VERSION, Violation.FRAME_VERSION, "another version");
    AnswerChecks.require(
        frame.getSequence() == received, Violation.FRAME_SEQUENCE, "a frame out of sequence");
    return frame;
  }

  /** Why there is no stream any more: our refusal, its memory, or a fault of its own. */
  private Ended streamEnded(StreamEnd end) {
    if (end.violation().isPresent()) {
      return EndedException.violated(
          end.violation().get(), "the worker did what its stream does not allow");
    }
    Optional<ProcessExit> exit = process.awaitExit(EXIT_WAIT_MAX);
    if (exit.isEmpty()) {
      process.kill(WorkerEnd.PROTOCOL_VIOLATION);
      // A status of its own tells of one that was dying all the same, on a machine that is busy.
      exit = process.awaitExit(JailedProcess.REAP_WAIT_MAX).flatMap(ProcessExit::ofItsOwn);
    }
    if (exit.isEmpty()) {
      return EndedException.violated(
          Violation.STREAM_CLOSED, "the worker closed its stream without a last word");
    }
    WorkerEnd reason = exit.get().reason();
    return EndedException.host(
        reason,
        reason == WorkerEnd.MEMORY_LIMIT
            ? "the worker ran out of its bounded memory"
            : "the worker ended by itself, status " + exit.get().status());
  }

  @Override
  public List<String> drainLog() {
    return log.drain();
  }

  @Override
  public List<String> isolationMeasures() {
    return worker.measures();
  }

  @Override
  public Optional<ImageIdentity> image() {
    return worker.image();
  }

  @Override
  public void close() {
    phase = Phase.OVER;
    worker.close();
    WorkerStream stream = attached;
    if (stream != null) {
      stream.close();
    }
  }
}
