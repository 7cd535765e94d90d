package dev.glovebox.host.audit;

import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.keys.Keys;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.payload.DurableFiles;
import dev.glovebox.host.payload.PayloadStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One host's signed log: hash chain, RFC 6962 tree, HMAC per record, signed checkpoints in two
 * places.
 *
 * <p>Thread-safe. A receipt exists only after the record is on disk. After the first failed write
 * the log is sealed and every later append is refused. Source: audit.md and contracts.md of the
 * design.
 */
public final class AuditLog implements Evidence, AutoCloseable {
  /** Team of the host's own records. */
  public static final TeamId HOST_TEAM = new TeamId("host");

  private static final String HOST_OWNER = "system:host";
  private static final String ACTOR = "system:audit";

  private final AuditSettings settings;
  private final Clock clock;
  private final Keys keys;
  private final LogState state;
  private final FileChannel lock;
  private final Sequencer sequencer;
  private final Thread thread;
  private final Recovery recovery;

  private AuditLog(
      AuditSettings settings,
      Clock clock,
      Keys keys,
      LogState state,
      FileChannel lock,
      Sequencer sequencer) {
    this.settings = settings;
    this.clock = clock;
    this.keys = keys;
    this.state = state;
    this.lock = lock;
    this.sequencer = sequencer;
    this.thread = Thread.ofPlatform().name("audit-sequencer").daemon().unstarted(sequencer);
    this.recovery =
        new Recovery(state.nextSequence() == 0, state.cut, List.copyOf(state.openRuns.keySet()));
  }

  /**
   * Opens the log, or creates it where none was; reads all of it first.
   *
   * @throws Refusal DATA_IN_USE if another host writes it; AUDIT_LOG_MISSING, AUDIT_ROLLED_BACK,
   *     AUDIT_FORK, AUDIT_CORRUPT, AUDIT_TAG_FORGED or AUDIT_KEY_UNKNOWN if no crash explains its
   *     state; STORAGE_FAILED
   */
  public static AuditLog open(AuditSettings settings, Clock clock, Keys keys) {
    LogFolder folder = new LogFolder(settings.folder());
    try {
      DurableFiles.createFolder(folder.path());
      FileChannel lock = lock(folder.lock());
      try {
        LogState state = LogScan.of(folder, settings.secondPlace(), settings.origin(), keys);
        DurableFiles.createFolder(folder.segments());
        LogScan.publishKey(folder, keys.checkpointKey());
        AuditLog log = assemble(settings, clock, keys, state, lock);
        log.thread.start();
        log.recordStart();
        return log;
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new Refusal(Code.STORAGE_FAILED, "the log cannot be opened: " + e.getClass());
    }
  }

  private static AuditLog assemble(
      AuditSettings settings, Clock clock, Keys keys, LogState state, FileChannel lock)
      throws IOException {
    LogFolder folder = new LogFolder(settings.folder());
    Segments segments = new Segments(folder, settings.bounds().segmentBytes(), settings.faults());
    CheckpointFiles checkpoints =
        CheckpointFiles.open(folder, settings.secondPlace(), settings.faults());
    if (state.tail.isPresent()) {
      segments.resume(state.tail.get().file(), state.tail.get().end());
    }
    return new AuditLog(
        settings,
        clock,
        keys,
        state,
        lock,
        new Sequencer(settings, clock, keys, state, segments, checkpoints));
  }

  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock held = channel.tryLock();
      if (held != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // The same process holds it: the answer is the same as for another one.
    }
    channel.close();
    throw new Refusal(Code.DATA_IN_USE, "another host writes this log");
  }

  private void recordStart() {
    List<RecordDraft> drafts = new ArrayList<>();
    if (recovery.created()) {
      drafts.add(firstRecord());
    }
    recovery.cut().ifPresent(cut -> drafts.add(cutRecord(cut)));
    for (Map.Entry<RunId, AuditRecord> run : state.openRuns.entrySet()) {
      drafts.add(interruptedRecord(run.getKey(), run.getValue()));
    }
    drafts.forEach(this::append);
    if (!drafts.isEmpty()) {
      checkpoint();
    }
  }

  private RecordDraft firstRecord() {
    return RecordDraft.of(StepType.CONFIG_CHANGE, HOST_TEAM, HOST_OWNER, ACTOR)
        .with("environment", Json.of(settings.environment().text()))
        .with("worm_level", Json.of(new PayloadStore(settings.folder()).wormLevel().name()))
        .detailed(
            Json.of(
                Map.of(
                    "event", Json.of("log_created"),
                    "origin", Json.of(settings.origin().value()),
                    "verification_key", Json.of(keys.checkpointKey().text()))));
  }

  private static RecordDraft cutRecord(Recovery.Cut cut) {
    return RecordDraft.of(StepType.RECOVERY, HOST_TEAM, HOST_OWNER, ACTOR)
        .detailed(
            Json.of(
                Map.of(
                    "event", Json.of("torn_frame_cut"),
                    "seq", Json.of(cut.sequence()),
                    "segment", Json.of(cut.segment()),
                    "offset", Json.of(cut.offset()))));
  }

  private static RecordDraft interruptedRecord(RunId run, AuditRecord manifest) {
    return RecordDraft.of(StepType.RECOVERY, run.team(), manifest.owner(), ACTOR)
        .in(run)
        .with("observed_by", Json.of("HOST"))
        .detailed(
            Json.of(
                Map.of(
                    "code", Json.of(Code.RUN_INTERRUPTED.name()),
                    "manifest_seq", Json.of(manifest.sequence()))));
  }

  @Override
  public Receipt append(RecordDraft draft) {
    return await(appendAsync(draft));
  }

  /**
   * Appends one record; the receipt comes when it is on disk.
   *
   * <p>The future fails with a {@link Refusal}: AUDIT_INVALID_RECORD, AUDIT_BACKPRESSURE or
   * AUDIT_SEALED.
   */
  public CompletableFuture<Receipt> appendAsync(RecordDraft draft) {
    CompletableFuture<Receipt> done = new CompletableFuture<>();
    Optional<RecordSchema.Flaw> flaw = RecordSchema.flaw(draft);
    Sequencer.Work.Append work =
        flaw.isPresent()
            ? new Sequencer.Work.Append(
                Rejection.of(draft, flaw.get()), Rejection.answer(done, flaw.get()))
            : new Sequencer.Work.Append(draft, done);
    if (!sequencer.offer(work)) {
      work.done()
          .completeExceptionally(new Refusal(Code.AUDIT_BACKPRESSURE, "the log's queue is full"));
    }
    return done;
  }

  /**
   * Signs everything appended so far and writes the checkpoint to both places; called at each run's
   * end.
   *
   * @throws Refusal AUDIT_SEALED
   */
  public Checkpoint checkpoint() {
    CompletableFuture<Checkpoint> done = new CompletableFuture<>();
    try {
      sequencer.put(new Sequencer.Work.Mark(done));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(Code.AUDIT_SEALED, "interrupted before the checkpoint");
    }
    return await(done);
  }

  /** Returns the newest checkpoint that this writer made, if any. */
  public Optional<Checkpoint> latestCheckpoint() {
    return switch (sequencer.latest) {
      case Sequencer.CheckpointState.Made(Checkpoint checkpoint) -> Optional.of(checkpoint);
      case Sequencer.CheckpointState.None _ -> Optional.empty();
    };
  }

  /** Returns what an auditor must be given now: origin, key and a fresh checkpoint. */
  public TrustFile trust() {
    return new TrustFile(settings.origin().value(), keys.checkpointKey(), checkpoint(), List.of());
  }

  /**
   * Opens the journal of one run. Its step ids go on from the log's, and the log's from its.
   *
   * @param file a new file on the payloads' file system
   */
  public RunJournal journal(RunId run, Path file, PayloadStore payloads) {
    return RunJournal.open(
        new RunJournal.Header(settings.origin(), run), file, payloads, clock, state.steps.of(run));
  }

  /** Returns a reader of what is on disk. */
  public AuditReader reader() {
    return new AuditReader(
        new LogFolder(settings.folder()),
        state.positions,
        () -> sequencer.durable,
        keys::recordTagger);
  }

  /**
   * Proves that record {@code sequence} is under the newest checkpoint.
   *
   * @throws Refusal RECORD_NOT_FOUND if there is no such record, or no checkpoint covers it yet
   */
  public InclusionProof prove(long sequence) {
    Checkpoint checkpoint =
        latestCheckpoint()
            .filter(newest -> sequence >= 0 && sequence < newest.size())
            .orElseThrow(
                () -> new Refusal(Code.RECORD_NOT_FOUND, "no checkpoint covers " + sequence));
    return new InclusionProofs(reader(), state.subtrees).prove(sequence, checkpoint);
  }

  /** Returns what was found when the log was opened. */
  public Recovery recovery() {
    return recovery;
  }

  /** Returns the log's name. */
  public Origin origin() {
    return settings.origin();
  }

  /** Writes what is queued, signs a last checkpoint, cuts the zero tail and ends the writer. */
  @Override
  public void close() {
    boolean interrupted = false;
    try {
      sequencer.put(new Sequencer.Work.Stop());
      thread.join();
    } catch (InterruptedException e) {
      interrupted = true;
    }
    try {
      lock.close();
    } catch (IOException e) {
      throw new Refusal(Code.STORAGE_FAILED, "the log's lock cannot be released");
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static <T> T await(CompletableFuture<T> done) {
    try {
      return done.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw e;
    }
  }
}
