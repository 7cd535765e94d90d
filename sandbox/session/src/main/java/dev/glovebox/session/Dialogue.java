package dev.glovebox.session;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessExit;
import dev.glovebox.jail.Session.Cause;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.proto.worker.v1.Hello;
import dev.glovebox.proto.worker.v1.HostFrame;
import dev.glovebox.proto.worker.v1.WorkerFrame;
import dev.glovebox.session.Mailbox.Arrival;
import dev.glovebox.session.Mailbox.StreamEnd;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Frames to and from one worker for one run, each checked for its form and its order. Belongs to
 * the thread that greets.
 */
final class Dialogue {
  static final int VERSION = 1;

  /**
   * How long a process whose stream broke may take to be seen ended, before it is ended: one that
   * dies closes its socket with its last breath, and only one that lives waits any longer.
   */
  static final Duration EXIT_WAIT_MAX = Duration.ofMillis(500);

  private final Place place;
  private final WorkerLimits limits;
  private final LongSupplier nanoTime;
  private final History history;
  private @Nullable WorkerStream attached;
  private long received;
  private long sent;
  private long sentAt;
  private boolean lateAmongSiblings;

  /** What ended the shared process; known once a call here ended so. */
  private WorkerEnd processEnd = WorkerEnd.WORKER_FAULT;

  private long repeated;
  private long repeatWaited;

  /** What a worker says of itself first. */
  record Greeting(String engineVersion, String javaVersion) {}

  /**
   * What outlasts the worker: what the run's strategy logged and was told, and the time it took.
   */
  static final class History {
    final WorkerLog log;
    final Recording recording;
    private final BooleanSupplier stopped;
    private long waited;

    /**
     * An empty one.
     *
     * @param stopped whether nobody wants the run any more
     */
    History(WorkerLog log, Recording recording, BooleanSupplier stopped) {
      this.log = log;
      this.recording = recording;
      this.stopped = stopped;
    }
  }

  Dialogue(Place place, WorkerSession.Terms terms, History history) {
    this.place = place;
    this.limits = terms.limits();
    this.nanoTime = terms.nanoTime();
    this.history = history;
  }

  Place place() {
    return place;
  }

  /** Serves the connection on the calling thread, and waits for the hello. */
  Greeting greet() throws EndedException {
    try {
      attached = WorkerStream.serve(place.accepted(), nanoTime);
    } catch (IOException e) {
      throw EndedException.seen(
          WorkerEnd.WORKER_START_FAILED, "cannot serve the worker: " + e.getMessage());
    }
    Arrival arrival = stream().take(nanoTime.getAsLong() + limits.wallStart().toNanos());
    if (arrival.equals(Arrival.LATE)) {
      throw EndedException.seen(WorkerEnd.WORKER_START_FAILED, "the worker said no hello in time");
    }
    WorkerFrame frame = parsed(bytes(arrival));
    AnswerChecks.require(
        frame.hasHello(), Violation.FRAME_UNEXPECTED, "something before its hello");
    Hello hello = frame.getHello();
    AnswerChecks.require(
        MessageDigest.isEqual(place.nonce().toByteArray(), hello.getNonce().toByteArray()),
        Violation.NONCE_WRONG,
        "the wrong nonce");
    return new Greeting(
        AnswerChecks.text(hello.getEngineVersion(), AnswerChecks.NAME_BYTES_MAX),
        AnswerChecks.text(hello.getJavaVersion(), AnswerChecks.NAME_BYTES_MAX));
  }

  private WorkerStream stream() {
    WorkerStream stream = attached;
    if (stream == null) {
      throw new IllegalStateException("not started");
    }
    return stream;
  }

  /** Returns the sequence number of the next frame. */
  long next() {
    return sent + 1;
  }

  /** Sends a frame, whose number is filled in here. */
  void send(HostFrame.Builder frame, Duration wall) throws EndedException {
    send(frame.setVersion(VERSION).setSequence(next()).build().toByteArray(), wall);
  }

  /**
   * Sends a frame that carries the next number.
   *
   * @param wall granted for its answer
   */
  void send(byte[] bytes, Duration wall) throws EndedException {
    if (bytes.length > Frames.FRAME_BYTES_MAX) {
      throw new IllegalArgumentException("frame of " + bytes.length + " bytes");
    }
    history.recording.asked(bytes, wall);
    put(bytes);
  }

  private void put(byte[] bytes) throws EndedException {
    sent++;
    sentAt = nanoTime.getAsLong();
    if (!stream().send(bytes)) {
      throw new EndedException(
          EndedException.violated(
              Violation.STREAM_NOT_READ, "the worker answers without reading what it is sent"));
    }
  }

  /** Between calls a worker may log or fail; an answer that nobody asked for is a violation. */
  void requireSilence(Duration wall) throws EndedException {
    long until = nanoTime.getAsLong() + wall.toNanos();
    for (Optional<byte[]> frame = stream().poll(); frame.isPresent(); frame = stream().poll()) {
      AnswerChecks.require(
          heard(frame.get(), 0).isEmpty(),
          Violation.ANSWER_UNASKED,
          "an answer that was not asked for");
      if (nanoTime.getAsLong() - until > 0) {
        throw EndedException.seen(WorkerEnd.WALL_DEADLINE, "the worker does not stop sending");
      }
    }
  }

  /**
   * Waits for the one frame that answers; takes in log lines on the way.
   *
   * @param wall what the deadline grants, for the message
   * @param sets in the frame that is answered
   */
  WorkerFrame answer(long deadlineNanos, Duration wall, int sets) throws EndedException {
    long begun = nanoTime.getAsLong();
    long by = within(begun, deadlineNanos, history.waited);
    while (true) {
      Arrival arrival = stream().take(by);
      if (arrival.equals(Arrival.LATE)) {
        throw late(by == deadlineNanos, wall);
      }
      Optional<WorkerFrame> frame = heard(bytes(arrival), sets);
      if (frame.isPresent()) {
        history.waited += nanoTime.getAsLong() - begun;
        history.recording.answered();
        history.log.mark();
        return frame.get();
      }
    }
  }

  /** What a worker may let the host wait in all counts in every answer. */
  private static long within(long begun, long deadlineNanos, long waited) {
    return begun + Math.min(deadlineNanos - begun, WorkerLimits.RUN_WAIT_MAX.toNanos() - waited);
  }

  private EndedException late(boolean thisAnswer, Duration wall) {
    if (!thisAnswer) {
      return EndedException.seen(
          WorkerEnd.WALL_DEADLINE,
          "more than " + WorkerLimits.RUN_WAIT_MAX.toHours() + " hours of waiting in all");
    }
    String what = "no answer within " + wall.toMillis() + " ms";
    if (place.seat().isEmpty() || !history.recording.whole()) {
      return EndedException.seen(WorkerEnd.WALL_DEADLINE, what);
    }
    // A sibling may have the memory or the processors: only a worker of its own can tell.
    lateAmongSiblings = true;
    processEnd = WorkerEnd.WALL_DEADLINE;
    place.kill(WorkerEnd.WALL_DEADLINE);
    return EndedException.seen(WorkerEnd.SIBLING_ENDED, what + " among siblings (WALL_DEADLINE)");
  }

  /**
   * Tells this worker, which was greeted, all that the one before it was told, and asks it again
   * what that one did not answer. What the strategy logs again is counted again; what the host
   * waits has a sum of its own, for it was not the run that asked for it.
   *
   * @throws EndedException RESTART_DIVERGED if it says something else than that one did,
   *     RUN_INTERRUPTED if the run is stopped meanwhile
   */
  void repeat() throws EndedException {
    Recording recording = history.recording;
    history.log.countAgain();
    boolean told = recording.tell(this::repeat);
    if (!told) {
      throw EndedException.seen(WorkerEnd.SIBLING_ENDED, "the run's record cannot be read");
    }
    recording.forgetUnanswered();
    history.log.rollBack();
    if (recording.pending().isPresent()) {
      put(recording.pending().get().frame().toByteArray());
    }
  }

  private void repeat(Recording.Asked asked, byte[] saidBefore) throws EndedException {
    if (history.stopped.getAsBoolean()) {
      // Between two answers the guest waits, so its siblings need not suffer.
      throw EndedException.seen(WorkerEnd.RUN_INTERRUPTED, "the run was ended at its restart");
    }
    put(asked.frame().toByteArray());
    MessageDigest said = Recording.digest();
    long begun = nanoTime.getAsLong();
    long deadline = begun + asked.wall().toNanos();
    long by = within(begun, deadline, repeatWaited);
    while (true) {
      Arrival arrival = stream().take(by);
      if (arrival.equals(Arrival.LATE)) {
        throw late(by == deadline, asked.wall());
      }
      byte[] bytes = bytes(arrival);
      said.update(bytes);
      WorkerFrame frame = parsed(bytes);
      if (!frame.hasLog()) {
        break;
      }
      history.log.addAgain(frame.getLog().getLinesList());
    }
    repeatWaited += nanoTime.getAsLong() - begun;
    if (!MessageDigest.isEqual(said.digest(), saidBefore)) {
      throw EndedException.seen(
          WorkerEnd.RESTART_DIVERGED,
          "restarted, the strategy said something else to frame " + sent + " than before");
    }
    repeated++;
  }

  /** Answers that this worker gave again. */
  long repeated() {
    return repeated;
  }

  /** Why the shared process ended, which ended this dialogue. */
  Cause cause(String sentence) {
    return new Cause(processEnd, sentence, place.endedFor());
  }

  /** Takes in log lines; a fault ends the session; all else is for the caller. */
  private Optional<WorkerFrame> heard(byte[] bytes, int sets) throws EndedException {
    WorkerFrame frame = parsed(bytes);
    history.recording.heard(bytes);
    return switch (frame.getBodyCase()) {
      case LOG -> {
        AnswerChecks.require(sent > 0, Violation.FRAME_UNEXPECTED, "log lines before its start");
        history.log.add(frame.getLog().getLinesList());
        yield Optional.empty();
      }
      case FAULT -> throw new EndedException(AnswerChecks.fault(frame.getFault(), sets));
      case HELLO, READY, ANSWER, STOPPED -> Optional.of(frame);
      case BODY_NOT_SET ->
          throw EndedException.violation(Violation.FRAME_UNEXPECTED, "a frame without a body");
    };
  }

  private byte[] bytes(Arrival arrival) throws EndedException {
    if (arrival.end().isPresent()) {
      throw new EndedException(streamEnded(arrival.end().get()));
    }
    return arrival.frame().orElseThrow();
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

  /** Why there is no stream any more: our refusal, its memory, a sibling, or its own fault. */
  private Ended streamEnded(StreamEnd end) {
    if (end.violation().isPresent()) {
      return EndedException.violated(
          end.violation().get(), "the worker did what its stream does not allow");
    }
    Optional<ProcessExit> exit = place.awaitExit(EXIT_WAIT_MAX);
    if (exit.isEmpty()) {
      place.kill(WorkerEnd.PROTOCOL_VIOLATION);
      Optional<ProcessExit> late = place.awaitExit(JailedProcess.REAP_WAIT_MAX);
      // A status of its own tells of one that was dying all the same, on a machine that is busy.
      exit = wasEndedHere() ? late.flatMap(ProcessExit::ofItsOwn) : late;
    }
    if (exit.isEmpty()) {
      return EndedException.violated(
          Violation.STREAM_CLOSED, "the worker closed its stream without a last word");
    }
    WorkerEnd reason = exit.get().reason();
    if (place.seat().isPresent()) {
      processEnd = reason;
      return EndedException.host(
          WorkerEnd.SIBLING_ENDED, "the shared worker ended: " + reason.name());
    }
    return EndedException.host(
        reason,
        reason == WorkerEnd.MEMORY_LIMIT
            ? "the worker ran out of its bounded memory"
            : "the worker ended by itself, status " + exit.get().status());
  }

  /** Whether nobody but this run can have been ended with the process. */
  private boolean wasEndedHere() {
    return place.seat().isEmpty() || place.endedFor().equals(place.seat());
  }

  /** Whether what this run was asked last may have ended the process. */
  boolean mayHaveEndedIt() {
    return lateAmongSiblings
        || (sent > 0 && history.recording.pending().isPresent() && place.mayHaveEndedBy(sentAt));
  }

  /** Gives the place back and closes the stream. Never throws. */
  void leave(Place.Leaving how) {
    place.leave(how);
    WorkerStream stream = attached;
    if (stream != null) {
      stream.close();
    }
  }
}
