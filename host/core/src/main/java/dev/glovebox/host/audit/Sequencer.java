package dev.glovebox.host.audit;

import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.keys.Keys;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;

/**
 * The one thread that writes the log: takes a batch, frames it, forces it to disk once, and only
 * then gives receipts.
 *
 * <p>Implementation notes. All state is confined to the thread but for {@link #durable}, {@link
 * #latest} and {@link #stopped}. The flag {@code inDoubt} is set before the first byte of a batch
 * is written and cleared after the disk has answered: whatever leaves the block in between, be it
 * an Error, leaves the log sealed. A failed fsync is never retried, since the kernel may have
 * dropped the pages and answer yes the second time.
 */
final class Sequencer implements Runnable {
  private final AuditSettings settings;
  private final Keys keys;
  private final LogState state;
  private final Segments segments;
  private final CheckpointFiles checkpoints;
  private final RecordChain chain;
  private final ArrayBlockingQueue<Work> queue;
  private final List<Written> written = new ArrayList<>();
  private boolean inDoubt;
  private long checkpointed;

  /** Number of records on disk. */
  volatile long durable;

  /** The newest checkpoint; none before the first one of this writer. */
  volatile CheckpointState latest = new CheckpointState.None();

  /** No more work is taken; whoever still queues some must drain it. */
  volatile boolean stopped;

  Sequencer(
      AuditSettings settings,
      Clock clock,
      Keys keys,
      LogState state,
      Segments segments,
      CheckpointFiles checkpoints) {
    this.settings = settings;
    this.keys = keys;
    this.state = state;
    this.segments = segments;
    this.checkpoints = checkpoints;
    this.chain =
        new RecordChain(
            keys.recordTagger(), clock, state.steps, state.nextSequence(), state.previous);
    this.queue = new ArrayBlockingQueue<>(settings.bounds().queueRecordsMax());
    this.durable = state.nextSequence();
  }

  /** Whether this writer has made a checkpoint. */
  sealed interface CheckpointState {
    /** Not yet. */
    record None() implements CheckpointState {}

    /** The newest one. */
    record Made(Checkpoint checkpoint) implements CheckpointState {}
  }

  /** What the thread is asked to do. */
  sealed interface Work {
    /** Append one record. */
    record Append(RecordDraft draft, CompletableFuture<Receipt> done) implements Work {}

    /** Sign everything so far. */
    record Mark(CompletableFuture<Checkpoint> done) implements Work {}

    /** Write what is queued, and end. */
    record Stop() implements Work {}
  }

  private record Written(CompletableFuture<Receipt> done, Receipt receipt) {}

  /** Queues work without waiting; false if the queue is full. */
  boolean offer(Work work) {
    boolean taken = queue.offer(work);
    if (stopped) {
      drainRefused();
    }
    return taken;
  }

  /** Queues work and waits for room. */
  void put(Work work) throws InterruptedException {
    queue.put(work);
    if (stopped) {
      drainRefused();
    }
  }

  @Override
  public void run() {
    boolean more = true;
    List<Work> batch = new ArrayList<>();
    while (more) {
      batch.clear();
      try {
        batch.add(queue.take());
      } catch (InterruptedException e) {
        // Only a Stop ends the writer: an interrupt could lose acknowledged order.
        continue;
      }
      queue.drainTo(batch, settings.bounds().batchRecordsMax() - 1);
      more = batch.stream().noneMatch(work -> work instanceof Work.Stop);
      write(batch);
    }
    finish();
  }

  private void write(List<Work> batch) {
    if (inDoubt) {
      batch.forEach(Sequencer::refuse);
      return;
    }
    inDoubt = true;
    written.clear();
    try {
      for (Work work : batch) {
        if (work instanceof Work.Append append) {
          append(append);
        }
      }
      settle();
      for (Work work : batch) {
        if (work instanceof Work.Mark(var done)) {
          done.complete(mark());
        }
      }
      if (durable - checkpointed >= settings.bounds().checkpointRecords()) {
        mark();
      }
      inDoubt = false;
    } catch (IOException | RuntimeException | Error e) {
      // Completing twice does nothing: who has a receipt keeps it.
      batch.forEach(Sequencer::refuse);
      tellSealed();
    }
  }

  private void tellSealed() {
    try {
      settings.onSealed().run();
    } catch (RuntimeException | Error e) {
      // A broken listener must not end the thread: whoever appends needs its refusal.
      inDoubt = true;
    }
  }

  private void append(Work.Append append) throws IOException {
    RecordDraft draft = append.draft();
    var framed = chain.next(draft);
    if (framed.isPresent()) {
      add(framed.get());
      written.add(new Written(append.done(), framed.get().receipt()));
    } else {
      var rejected = chain.next(Rejection.of(draft, Rejection.TOO_LONG));
      if (rejected.isPresent()) {
        add(rejected.get());
        written.add(
            new Written(
                Rejection.answer(append.done(), Rejection.TOO_LONG), rejected.get().receipt()));
      }
    }
  }

  private void add(RecordChain.Framed framed) throws IOException {
    int offset = segments.add(framed.frame(), framed.sequence());
    state.tree.append(framed.leafHash());
    state.subtrees.add(framed.leafHash());
    state.positions.add(framed.sequence(), offset);
  }

  private void settle() throws IOException {
    if (durable < chain.nextSequence()) {
      segments.commit();
      durable = chain.nextSequence();
      written.forEach(one -> one.done().complete(one.receipt()));
      settings.faults().at(FaultHook.Point.RECEIPTS_GIVEN);
    }
  }

  private Checkpoint mark() throws IOException {
    if (latest instanceof CheckpointState.Made(Checkpoint made) && made.size() == durable) {
      return made;
    }
    Checkpoint checkpoint = Checkpoint.sign(settings.origin(), state.tree, keys);
    checkpoints.write(checkpoint);
    checkpointed = durable;
    latest = new CheckpointState.Made(checkpoint);
    return checkpoint;
  }

  private void finish() {
    stopped = true;
    drainRefused();
    try (checkpoints;
        segments) {
      if (!inDoubt) {
        inDoubt = true;
        mark();
      }
    } catch (IOException | RuntimeException | Error e) {
      tellSealed();
    }
  }

  private void drainRefused() {
    List<Work> rest = new ArrayList<>();
    queue.drainTo(rest);
    rest.forEach(Sequencer::refuse);
  }

  private static void refuse(Work work) {
    Refusal sealed = new Refusal(Code.AUDIT_SEALED, "the log takes no more records");
    switch (work) {
      case Work.Append append -> append.done().completeExceptionally(sealed);
      case Work.Mark mark -> mark.done().completeExceptionally(sealed);
      case Work.Stop _ -> {
        // Nobody waits for its answer; joining the thread is the answer.
      }
    }
  }
}
