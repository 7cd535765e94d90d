package dev.glovebox.host.run;

import dev.glovebox.host.ledger.SubLedger;
import dev.glovebox.host.market.Feed;
import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.risk.RiskTerms;
import dev.glovebox.host.run.RunEnd.Outcome;
import dev.glovebox.jail.RawIntent;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.Session.Processed;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.StartOrder;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Drives one strategy through its bars: the same code in every mode.
 *
 * <p>Each set goes through the steps of {@link EventStep} and leaves exactly one Decision. With a
 * block above 1 several sets travel in one frame: the loop ends the block before the first set at
 * which anything that it reports can change, and the guest stops at its first intent; sets that
 * were not consumed are looked at again later, so every block size gives the same Decisions. Used
 * by one thread, once.
 */
public final class RunLoop {
  /**
   * Sets of the first frame, and the fewest after an order. What lies behind an order was encoded,
   * sent and decoded for nothing, and each further frame costs both sides a wake-up: so a frame is
   * as long as the strategy's last pause lets expect, and grows while no order comes.
   */
  static final int AHEAD_SETS_MIN = 16;

  private final RunTerms terms;
  private final Feed feed;
  private final RunSink sink;
  private final Supplier<Optional<RunEnd>> asked;
  private final SetSteps steps;
  private final Frames frames = new Frames();
  private final IntentTranslator translator;
  private final Deque<BarSet> lookedAt = new ArrayDeque<>();

  /** Most sets of the next frame; within the run's block. */
  private int ahead;

  /** Sets consumed since the guest's last order. */
  private long sinceOrder;

  private MarkedAccount account;
  private long completed;
  private int restarts;

  /** What the loop works with; all of it belongs to this run alone. */
  public record Parts(
      SubLedger ledger,
      RiskTerms risk,
      Feed feed,
      OrderPath path,
      RunRecords records,
      RunSink sink) {}

  /**
   * Prepares a run.
   *
   * @param interrupted asked before each frame; true ends the run as INTERRUPTED
   */
  public RunLoop(RunTerms terms, Parts parts, BooleanSupplier interrupted) {
    this(
        terms,
        parts,
        () ->
            interrupted.getAsBoolean()
                ? Optional.of(
                    RunEnd.ofHost(
                        Outcome.INTERRUPTED, Code.RUN_INTERRUPTED, "the host ended the run"))
                : Optional.empty());
  }

  /**
   * Prepares a run that may be asked to end.
   *
   * @param asked asked before each frame, and when the feed has no more; the end that is wanted
   */
  public RunLoop(RunTerms terms, Parts parts, Supplier<Optional<RunEnd>> asked) {
    if (terms.block() < 1 || terms.block() > WorkerLimits.BLOCK_SETS_MAX) {
      throw new IllegalArgumentException("a block is 1 to " + WorkerLimits.BLOCK_SETS_MAX);
    }
    this.terms = terms;
    this.feed = parts.feed();
    this.sink = parts.sink();
    this.asked = asked;
    this.steps =
        new SetSteps(
            terms, parts.ledger(), parts.risk(), parts.path(), parts.records(), parts.sink());
    this.translator = new IntentTranslator(terms.instruments());
    this.ahead = Math.min(terms.block(), AHEAD_SETS_MIN);
    this.account = MarkedAccount.before(parts.ledger(), terms.instruments().size());
  }

  /**
   * Runs to the end. The session is stopped, but not closed.
   *
   * @param session open, and used by nobody else
   * @throws Refusal if the evidence or the feed fails
   */
  public RunEnd run(Session session, StartOrder order) {
    Session.Started started = session.start(order);
    drain(session);
    return switch (started) {
      case Ended ended -> over(ended);
      case Session.Ready ready -> {
        steps.warmUp(ready.warmupBars());
        try {
          yield bars(session);
        } catch (HostileAnswer e) {
          // What only the loop can see to be wrong must not be left alive either.
          session.judge(Session.Verdict.BREACHED);
          yield e.end();
        }
      }
    };
  }

  /** Cancels what still works at the venue, once the run has ended before its time. */
  public void cancelWorking() {
    steps.cancelWorking();
  }

  /**
   * Returns the digest of all Decisions so far, {@code d1:} and SHA-256. Call once, at the end, and
   * not if the sink hashes them.
   */
  public String decisionDigest() {
    return steps.decisionDigest();
  }

  /** Returns what became of the intents so far. */
  public RunTotals totals() {
    return steps.totals();
  }

  /** Returns how often the run went on in another worker. */
  public int restarts() {
    return restarts;
  }

  /** Returns the number of completed sets. */
  public long completed() {
    return completed;
  }

  private RunEnd bars(Session session) {
    List<Cycle> atWorker = List.of();
    while (true) {
      if (atWorker.isEmpty()) {
        Optional<RunEnd> wanted = asked.get();
        if (wanted.isPresent()) {
          return dismissed(session, wanted.get());
        }
        atWorker = send(session, look(account, completed));
        if (atWorker.isEmpty()) {
          // A feed that waits is woken to end; then this is not the end of the data.
          wanted = asked.get();
          if (wanted.isPresent()) {
            return dismissed(session, wanted.get());
          }
          break;
        }
      }
      Session.Answered answered = session.answer();
      drain(session);
      switch (answered) {
        case Ended ended -> {
          // The guest stopped at no intent before its end, so the sets before it had none; the set
          // that it ended in is not complete, whatever the worker claims.
          int consumed = Math.clamp(ended.consumed(), 0, atWorker.size() - 1);
          complete(atWorker.subList(0, consumed), List.of());
          return over(ended);
        }
        case Processed processed -> {
          if (isClaimedWrongly(processed, atWorker.size())) {
            throw new HostileAnswer(
                HostileAnswer.Breach.ANSWER_UNASKED,
                "the worker claims to have consumed what it cannot have");
          }
          adapt(processed);
          List<Cycle> next =
              processed.intents().isEmpty() ? overtake(session, atWorker) : List.of();
          complete(atWorker.subList(0, processed.consumed()), processed.intents());
          for (int i = atWorker.size() - 1; i >= processed.consumed(); i--) {
            lookedAt.addFirst(atWorker.get(i).set);
          }
          atWorker = next;
        }
      }
    }
    steps.endOfData();
    Session.Finished finished = session.stop();
    drain(session);
    return switch (finished) {
      case Session.Done() -> RunEnd.completed();
      case Ended ended -> over(ended);
    };
  }

  /** Ends the run between two answers, by no fault of its worker. */
  private static RunEnd dismissed(Session session, RunEnd wanted) {
    session.judge(Session.Verdict.IN_ORDER);
    return wanted;
  }

  /** A restart that was given up ends by what somebody asked for. */
  private RunEnd over(Ended ended) {
    return ended.reason() == WorkerEnd.RUN_INTERRUPTED
        ? asked.get().orElseGet(() -> failed(ended))
        : failed(ended);
  }

  private static boolean isClaimedWrongly(Processed processed, int sent) {
    int consumed = processed.consumed();
    return consumed < 1 || consumed > sent || (consumed < sent && processed.intents().isEmpty());
  }

  /** After an order the next frame is twice as long as the way to it was; else frames grow. */
  private void adapt(Processed processed) {
    sinceOrder += processed.consumed();
    if (!processed.intents().isEmpty()) {
      ahead = Math.clamp(2 * sinceOrder, AHEAD_SETS_MIN, WorkerLimits.BLOCK_SETS_MAX);
      sinceOrder = 0;
    } else if (processed.consumed() == ahead) {
      ahead = 2 * ahead;
    }
    ahead = Math.min(terms.block(), ahead);
  }

  /**
   * Sends the block after one that the guest consumed without an intent, before that one is
   * completed: nothing that completes it can change what comes next, and the guest need not wait
   * for the evidence to be written. Not in lock-step, whose order of events is strict.
   *
   * @return what was sent; empty if nothing was
   */
  private List<Cycle> overtake(Session session, List<Cycle> consumed) {
    if (terms.block() == 1 || !steps.quiet() || asked.get().isPresent()) {
      return List.of();
    }
    return send(session, look(consumed.getLast().account, completed + consumed.size()));
  }

  private List<Cycle> send(Session session, List<Cycle> block) {
    if (!block.isEmpty()) {
      List<SetFrame> sent = new ArrayList<>(block.size());
      for (Cycle cycle : block) {
        sent.add(frames.frame(cycle));
      }
      session.send(sent);
    }
    return block;
  }

  /** Steps 1 to 4 of the sets of the next frame, after {@code done} sets that left {@code last}. */
  private List<Cycle> look(MarkedAccount last, long done) {
    List<Cycle> block = new ArrayList<>(ahead);
    MarkedAccount before = last;
    while (block.size() < ahead) {
      Optional<BarSet> set = nextSet();
      if (set.isEmpty()) {
        break;
      }
      Cycle cycle = new Cycle(set.get(), done + block.size(), before);
      for (EventStep step : EventStep.BEFORE_HOOKS) {
        steps.perform(step, cycle);
      }
      if (!block.isEmpty() && cycle.account.drawdown().state() != before.drawdown().state()) {
        lookedAt.addFirst(cycle.set); // A trip: it opens the next block.
        break;
      }
      block.add(cycle);
      before = cycle.account;
      if (!steps.quiet()) {
        break; // The next set may bring a fill.
      }
    }
    return block;
  }

  /** Steps 6 and 7 for the sets that the guest consumed. */
  private void complete(List<Cycle> consumed, List<RawIntent> intents) {
    for (int i = 0; i < consumed.size(); i++) {
      Cycle cycle = consumed.get(i);
      if (i == consumed.size() - 1) {
        for (RawIntent raw : intents) {
          cycle.intents.add(translator.translate(raw));
        }
      }
      for (EventStep step : EventStep.AFTER_HOOKS) {
        steps.perform(step, cycle);
      }
      account = cycle.account;
      completed++;
    }
  }

  private Optional<BarSet> nextSet() {
    return lookedAt.isEmpty() ? feed.next() : Optional.of(lookedAt.removeFirst());
  }

  private void drain(Session session) {
    for (Session.Moved moved : session.drainMoves()) {
      steps.restarted(completed, moved);
      restarts += moved.failure().isEmpty() ? 1 : 0;
    }
    List<String> lines = session.drainLog();
    if (!lines.isEmpty()) {
      sink.logged(lines.stream().map(UntrustedText::new).toList());
    }
  }

  /** Returns how a run ends whose worker ended first. */
  public static RunEnd failed(Ended ended) {
    return new RunEnd(
        ended.reason() == WorkerEnd.RUN_INTERRUPTED ? Outcome.INTERRUPTED : Outcome.FAILED,
        WorkerCodes.of(ended.reason()),
        ended.observedBy(),
        message(ended),
        new UntrustedText(ended.hook()),
        ended.line());
  }

  /** The class of an exception belongs to its message: KeyError says nothing but the key. */
  private static UntrustedText message(Ended ended) {
    boolean named = ended.reason() == WorkerEnd.STRATEGY_ERROR && !ended.exceptionClass().isEmpty();
    return new UntrustedText(
        named && !ended.message().equals(ended.exceptionClass())
            ? ended.exceptionClass() + ": " + ended.message()
            : ended.message());
  }
}
