package dev.glovebox.session;

import dev.glovebox.jail.ImageIdentity;
import dev.glovebox.jail.RawIntent;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.StartOrder;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.proto.worker.v1.HostFrame;
import dev.glovebox.proto.worker.v1.Stop;
import dev.glovebox.proto.worker.v1.WorkerFrame;
import dev.glovebox.session.Dialogue.Greeting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * One run's worker over one gRPC stream. Not thread-safe: frames are sent, awaited, parsed and
 * checked on the thread that calls.
 *
 * <p>Every call ends in an answer or in an {@link Session.Ended}; after the latter the process has
 * been killed, unless siblings go on in it. A run whose shared worker ended by no doing of its own
 * goes on in another one, unseen by the caller but for {@link #drainMoves}.
 */
final class WorkerSession implements Session {
  /** Room for the frame's own fields beside its sets. */
  private static final int SETS_BYTES_MAX = Frames.FRAME_BYTES_MAX - 64;

  private enum Phase {
    OPENED,
    STARTED,
    ASKED,
    OVER
  }

  private final WorkerLimits limits;
  private final LongSupplier nanoTime;
  private final Terms terms;
  private final Moves moves;
  private final AnswerChecks checks;
  private final Dialogue.History history;
  private final SetEncoder encoder = new SetEncoder();
  private final List<String> measures;
  private final Optional<ImageIdentity> image;
  private final Optional<SharedSeat> seat;
  private Dialogue dialogue;
  private List<Moved> moved = new ArrayList<>();

  /** Ends of shared workers so far that were not the host's own will. */
  private int faults;

  private Optional<Verdict> verdict = Optional.empty();
  private Phase phase = Phase.OPENED;
  private List<SetFrame> asked = List.of();
  private Optional<Ended> unsent = Optional.empty();

  /** Sets of {@link #asked} in the frame that waits for its answer, and until when. */
  private int inFrame;

  private long answerBy;
  private Greeting greeting = new Greeting("", "");

  /** What holds for a run in every worker that it is given. */
  record Terms(WorkerLimits limits, LongSupplier nanoTime) {}

  WorkerSession(Place place, Terms terms, Moves moves) {
    this.limits = terms.limits();
    this.nanoTime = terms.nanoTime();
    this.terms = terms;
    this.moves = moves;
    this.checks = new AnswerChecks(limits);
    this.history = new Dialogue.History(new WorkerLog(limits), moves.recording(), moves::isStopped);
    this.measures = place.measures();
    this.image = place.image();
    this.seat = place.seat();
    this.dialogue = new Dialogue(place, terms, history);
  }

  @Override
  public Started start(StartOrder order) {
    enter(Phase.OPENED);
    try {
      greet();
      dialogue.requireSilence(wall(1));
      dialogue.send(HostFrame.newBuilder().setStart(HostFrames.start(order)), limits.wallStart());
      WorkerFrame frame = answer(limits.wallStart(), 0);
      AnswerChecks.require(
          frame.hasReady(), Violation.FRAME_UNEXPECTED, "something else than ready");
      Ready ready =
          checks.ready(frame.getReady(), greeting.engineVersion(), greeting.javaVersion());
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
      dialogue.requireSilence(wall(1));
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
    Duration wall = wall(inFrame);
    answerBy = nanoTime.getAsLong() + wall.toNanos();
    dialogue.send(encoder.end(Dialogue.VERSION, dialogue.next()), wall);
  }

  private Duration wall(int sets) {
    Duration wall = limits.wallPerHook().multipliedBy(sets);
    return wall.compareTo(WorkerLimits.ANSWER_WAIT_MAX) > 0 ? WorkerLimits.ANSWER_WAIT_MAX : wall;
  }

  @Override
  public Finished stop() {
    enter(Phase.STARTED);
    try {
      dialogue.requireSilence(wall(1));
      dialogue.send(HostFrame.newBuilder().setStop(Stop.getDefaultInstance()), wall(1));
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
    dialogue.place().end(ended);
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

  /** Waits for the one frame that answers. */
  private WorkerFrame answer(Duration wall, int sets) throws EndedException {
    return answer(nanoTime.getAsLong() + wall.toNanos(), wall, sets);
  }

  private WorkerFrame answer(long deadlineNanos, Duration wall, int sets) throws EndedException {
    long by = deadlineNanos;
    while (true) {
      try {
        return dialogue.answer(by, wall, sets);
      } catch (EndedException e) {
        move(e);
        by = nanoTime.getAsLong() + wall.toNanos();
      }
    }
  }

  private void greet() throws EndedException {
    try {
      greeting = dialogue.greet();
    } catch (EndedException e) {
      move(e);
    }
  }

  /**
   * Goes on in another worker: the first time in one that is shared again, if it is sure that this
   * run did not end the one before; else, and from the second time on, in one of the run's own. An
   * end that the host wanted for a sibling is no reason to be alone, nor a time.
   *
   * @throws EndedException {@code end} itself, if it was no end to move from; else why the run
   *     cannot go on
   */
  private void move(EndedException end) throws EndedException {
    EndedException last = end;
    while (last.ended().reason() == WorkerEnd.SIBLING_ENDED && history.recording.whole()) {
      Cause cause = dialogue.cause(last.ended().message());
      boolean alone = faults > 0 || dialogue.mayHaveEndedIt();
      if (cause.reason() != WorkerEnd.RUN_INTERRUPTED) {
        faults++;
      }
      dialogue.leave(Place.Leaving.SETTLED);
      if (moves.isStopped()) {
        throw new EndedException(Starts.unwanted());
      }
      Place place =
          switch (moves.elsewhere(alone)) {
            case Moves.At(Place found) -> found;
            case Moves.Nowhere(Ended nowhere) -> {
              moved.add(new Moved(cause, 0, Optional.empty(), Optional.of(nowhere)));
              throw new EndedException(nowhere);
            }
          };
      Optional<EndedException> failure = movedTo(place);
      moved.add(
          new Moved(
              cause,
              dialogue.repeated(),
              Optional.of(new Destination(place.seat(), place.image())),
              failure.map(EndedException::ended)));
      if (failure.isEmpty()) {
        return;
      }
      last = failure.get();
    }
    throw last;
  }

  /** Tells the worker at {@code place} everything again; returns why that failed, if it did. */
  private Optional<EndedException> movedTo(Place place) {
    dialogue = new Dialogue(place, terms, history);
    try {
      greeting = dialogue.greet();
      dialogue.repeat();
      return Optional.empty();
    } catch (EndedException e) {
      return Optional.of(e);
    }
  }

  @Override
  public List<String> drainLog() {
    return history.log.drain();
  }

  @Override
  public List<String> isolationMeasures() {
    return measures;
  }

  @Override
  public Optional<ImageIdentity> image() {
    return image;
  }

  @Override
  public Optional<SharedSeat> seat() {
    return seat;
  }

  @Override
  public List<Moved> drainMoves() {
    if (moved.isEmpty()) {
      return List.of();
    }
    List<Moved> drained = List.copyOf(moved);
    moved = new ArrayList<>();
    return drained;
  }

  @Override
  public void stopMoving() {
    moves.stop();
  }

  @Override
  public void judge(Verdict found) {
    verdict = Optional.of(found);
  }

  @Override
  public void close() {
    Place.Leaving how = leaving();
    phase = Phase.OVER;
    dialogue.leave(how);
    history.recording.close();
  }

  private Place.Leaving leaving() {
    if (verdict.equals(Optional.of(Verdict.BREACHED))) {
      return Place.Leaving.BREACHED;
    }
    return switch (phase) {
      case OVER -> Place.Leaving.SETTLED;
      case OPENED ->
          history.recording.pending().isPresent()
              ? Place.Leaving.UNFINISHED
              : Place.Leaving.SETTLED;
      case STARTED -> verdict.isPresent() ? Place.Leaving.SETTLED : Place.Leaving.UNFINISHED;
      case ASKED -> Place.Leaving.UNFINISHED;
    };
  }
}
