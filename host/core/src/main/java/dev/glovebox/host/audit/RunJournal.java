package dev.glovebox.host.audit;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.model.AsciiText;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.payload.PayloadSink;
import dev.glovebox.host.payload.PayloadStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The evidence of one backtest: the records that the log would have, in a file of its own and in a
 * shorter form. {@link JournalReader} gives them back. Thread-safe.
 *
 * <p>Lines of canonical JSON. The first names version, origin and run. A line {@code
 * {"form":n,"record":{...}}} says once what the records of a form have in common; {@code
 * [n,microseconds,values...]} is one of them, {@code {"step_id":n,"timestamp_utc":t}} sets what the
 * next record's step id and time are counted from, {@code {"records":n,"sha256":h}} is the last
 * line, and any other object is the whole body of a record. The last line, each whole body, and the
 * first Decision after every {@value #CHAIN_BYTES} bytes state the SHA-256 of all bytes before
 * their line, so the hash of the file and its inner chain are one pass. The records up to a
 * Decision share one reading of the clock. Source: ADR 0007.
 *
 * <p>A receipt means "in the journal". It becomes durable when {@link #seal()} made the file a
 * payload and the run's result record in the log names that payload's hash.
 */
public final class RunJournal implements Evidence, AutoCloseable {
  /** Version of the form. */
  public static final int VERSION = 2;

  /** A Decision states the hash of what stands before it once this many bytes did not. */
  static final int CHAIN_BYTES = 4096;

  /** Most forms of one journal; records of further ones stand as whole bodies. */
  static final int FORMS_MAX = 64;

  /** More than what a body has beside its fields and detail. */
  static final int ENVELOPE_BYTES_MAX = 8 * 1024;

  private static final int UNKNOWN = -1;

  private final RunId run;
  private final Clock clock;
  private final AtomicLong nextStep;

  @GuardedBy("this")
  private final PayloadSink out;

  @GuardedBy("this")
  private final AsciiText line = new AsciiText();

  @GuardedBy("this")
  private final RecordValues values;

  @GuardedBy("this")
  private final List<RecordForm> forms = new ArrayList<>();

  @GuardedBy("this")
  private final byte[] before = new byte[Sha256.LENGTH_BYTES];

  @GuardedBy("this")
  private long records;

  /** Step id that a reader expects of the next record; unknown before the first. */
  @GuardedBy("this")
  private long expectedStep = UNKNOWN;

  @GuardedBy("this")
  private long latestMicros;

  /** Whether the clock was read since the last Decision. */
  @GuardedBy("this")
  private boolean timed;

  /** Bytes since a line stated the hash of what stands before it. */
  @GuardedBy("this")
  private int unchained;

  @GuardedBy("this")
  private boolean closed;

  /** What the first line names. */
  record Header(Origin origin, RunId run) {
    byte[] line() {
      return (Json.of(
                      Map.of(
                          "journal", Json.of(VERSION),
                          "origin", Json.of(origin.value()),
                          "run_id", Json.of(run.value()),
                          "team", Json.of(run.team().value())))
                  .text()
              + '\n')
          .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
  }

  private RunJournal(RunId run, Clock clock, AtomicLong nextStep, PayloadSink out) {
    this.run = run;
    this.clock = clock;
    this.nextStep = nextStep;
    this.out = out;
    this.values = new RecordValues(line, true, RecordForm.NONE);
  }

  /**
   * Starts a journal.
   *
   * @param nextStep the run's next step id, shared with the log
   */
  static RunJournal open(
      Header header, Path file, PayloadStore payloads, Clock clock, AtomicLong nextStep) {
    PayloadSink out = payloads.sink(header.run.team(), file);
    try {
      out.write(header.line());
    } catch (IOException e) {
      throw failed();
    }
    return new RunJournal(header.run, clock, nextStep, out);
  }

  /**
   * What a sealed journal is.
   *
   * @param records number of records in it
   */
  public record SealedJournal(Payload payload, long records) {}

  @Override
  public synchronized Receipt append(RecordDraft draft) {
    requireOpen();
    Optional<RecordSchema.Flaw> flaw = flaw(draft);
    if (flaw.isEmpty()) {
      Optional<Receipt> receipt = whole(draft);
      if (receipt.isPresent()) {
        return receipt.get();
      }
    }
    RecordSchema.Flaw found = flaw.orElse(Rejection.TOO_LONG);
    Optional<Receipt> _ = whole(Rejection.of(draft, found));
    throw found.refusal();
  }

  @Override
  public synchronized Receipt append(RecordForm form, Consumer<RecordValues> writer) {
    requireOpen();
    int number = number(form);
    if (number == UNKNOWN) {
      return Evidence.super.append(form, writer);
    }
    long now = now();
    long step = nextStep.getAndIncrement();
    try {
      if (fill(form, number, step, now, writer)) {
        return took(step, now);
      }
    } catch (RuntimeException e) {
      giveBack(step);
      throw e;
    }
    giveBack(step);
    return Evidence.super.append(form, writer);
  }

  /** Writes a record of a form into the line; false if it may be too long for one. */
  @GuardedBy("this")
  private boolean fill(
      RecordForm form, int number, long step, long now, Consumer<RecordValues> writer) {
    if (step != expectedStep) {
      position(step, now);
    }
    line.clear().character('[').whole(number).character(',').whole(now - latestMicros);
    values.begin(form);
    writer.accept(values);
    values.end();
    if (line.length() + form.bodyBytes() > RecordSchema.BODY_BYTES_MAX - ENVELOPE_BYTES_MAX) {
      values.forget(); // What it repeats was not written.
      return false;
    }
    if (form.pattern().type() == StepType.DECISION) {
      timed = false;
      if (unchained >= CHAIN_BYTES) {
        chain();
        line.character(',').character('"').hex(before).character('"');
      }
    }
    line.character(']').character('\n');
    return true;
  }

  /** Writes the whole body of a sound draft; empty if it is too long. */
  @GuardedBy("this")
  private Optional<Receipt> whole(RecordDraft draft) {
    timed = false;
    long now = now();
    long step = draft.run().isPresent() ? nextStep.getAndIncrement() : UNKNOWN;
    chain();
    RecordBody.write(draft, new RecordBody.Place(records, step, now, before), line.clear());
    if (line.length() > RecordSchema.BODY_BYTES_MAX) {
      giveBack(step);
      return Optional.empty();
    }
    line.character('\n');
    return Optional.of(took(step, now));
  }

  private void giveBack(long step) {
    boolean _ = step != UNKNOWN && nextStep.compareAndSet(step + 1, step);
  }

  /** Returns the form's number, UNKNOWN if its records stand as whole bodies. */
  @GuardedBy("this")
  @SuppressWarnings("ReferenceEquality") // forms are compared by identity
  private int number(RecordForm form) {
    for (int i = 0; i < forms.size(); i++) {
      if (forms.get(i) == form) {
        return i;
      }
    }
    if (forms.size() == FORMS_MAX
        || form.pattern().run().isEmpty()
        || flaw(form.pattern(), form.flaw()).isPresent()) {
      return UNKNOWN;
    }
    line.clear().text("{\"form\":").whole(forms.size()).text(",\"record\":");
    CanonicalJson.write(common(form.pattern()), line);
    line.character('}').character('\n');
    write();
    forms.add(form);
    return forms.size() - 1;
  }

  /** Returns what stands in a form's line: all that the writer, the run and the holes leave. */
  private static Json common(RecordDraft pattern) {
    TreeMap<String, Json> members = new TreeMap<>(pattern.fields());
    members.put(BodyField.ACTOR.key(), Json.of(pattern.actor()));
    members.put(BodyField.DETAIL.key(), pattern.detail());
    members.put(BodyField.OWNER.key(), Json.of(pattern.owner()));
    members.put(BodyField.STEP_TYPE.key(), Json.of(pattern.type().text()));
    return Json.of(members);
  }

  @GuardedBy("this")
  private void position(long step, long now) {
    line.clear().text("{\"step_id\":").whole(step);
    line.text(",\"timestamp_utc\":\"").time(now).text("\"}\n");
    write();
    expectedStep = step;
    latestMicros = now;
  }

  /** Wall time may step back; the order of records must not look as if it did. */
  @GuardedBy("this")
  private long now() {
    if (timed) {
      return latestMicros;
    }
    timed = true;
    return Math.max(latestMicros, clock.nowMicros());
  }

  /** Takes the hash of what stands before the line that is being written. */
  @GuardedBy("this")
  private void chain() {
    out.hashSoFar(before);
    unchained = 0;
  }

  @GuardedBy("this")
  private Receipt took(long step, long now) {
    write();
    if (step != UNKNOWN) {
      expectedStep = step + 1;
    }
    latestMicros = now;
    return Receipt.ofLeaf(records++, line.copy());
  }

  @GuardedBy("this")
  private void requireOpen() {
    if (closed) {
      throw new Refusal(Code.AUDIT_SEALED, "the journal takes no more records");
    }
  }

  private Optional<RecordSchema.Flaw> flaw(RecordDraft draft) {
    return flaw(draft, RecordSchema.flaw(draft));
  }

  private Optional<RecordSchema.Flaw> flaw(RecordDraft draft, Optional<RecordSchema.Flaw> other) {
    return draft.run().isPresent() && !draft.run().get().equals(run)
        ? RecordSchema.flaw("run_id", "the journal is of another run")
        : other;
  }

  /**
   * Ends the journal and keeps it as a payload of the run's team.
   *
   * @throws Refusal STORAGE_FAILED if it may not be durable
   */
  public synchronized SealedJournal seal() {
    if (closed) {
      throw new Refusal(Code.AUDIT_SEALED, "the journal is sealed");
    }
    chain();
    line.clear().text("{\"records\":").whole(records);
    line.text(",\"sha256\":\"").hex(before).text("\"}\n");
    write();
    closed = true;
    try (out) {
      return new SealedJournal(out.commit(), records);
    } catch (IOException e) {
      throw failed();
    }
  }

  /** Drops a journal that was not sealed; does nothing after {@link #seal()}. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      try {
        out.close();
      } catch (IOException e) {
        throw failed();
      }
    }
  }

  @GuardedBy("this")
  private void write() {
    try {
      out.write(line.array(), 0, line.length());
      unchained += line.length();
    } catch (IOException e) {
      // What is in the file may be torn: never build upon it.
      closed = true;
      throw failed();
    }
  }

  private static Refusal failed() {
    return new Refusal(Code.STORAGE_FAILED, "the run's journal cannot be written");
  }
}
