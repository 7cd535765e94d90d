package dev.glovebox.host.audit;

import dev.glovebox.host.clock.UtcText;
import dev.glovebox.host.model.AsciiText;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Reads a run journal back as the records that the log would have, and checks all that it states:
 * form, order, and the hash of what stands before each Decision and each whole body. In a record,
 * {@code previous} is the SHA-256 of all bytes before its line.
 *
 * <p>That the file is the one that a run left, its hash says, which the run's result names. Used
 * once, by one thread.
 */
public final class JournalReader {
  /** Longest line of the form, in bytes: a body and what stands around it. */
  static final int LINE_BYTES_MAX = 2 * RecordSchema.BODY_BYTES_MAX;

  private final Consumer<AuditRecord> records;
  private final MessageDigest digest = Sha256.newDigest();
  private final byte[] before = new byte[Sha256.LENGTH_BYTES];
  private final List<RecordForm> forms = new ArrayList<>();
  private final RunId run;
  private long sequence;
  private long step = -1;
  private long micros;
  private int unchained;
  private boolean ended;
  private String repeatField = "";
  private Json repeatHash = new Json.Null();

  private JournalReader(RunId run, Consumer<AuditRecord> records) {
    this.run = run;
    this.records = records;
  }

  /**
   * Reads all records of the journal {@code file} of {@code run}.
   *
   * @return how many there are
   * @throws Refusal AUDIT_JOURNAL_VERSION if the file is no journal of this version;
   *     AUDIT_LEAF_MISMATCH if bytes are not those that a later line names; AUDIT_TRUNCATED if the
   *     last line is missing; AUDIT_CORRUPT if a line has another form or the journal is another
   *     run's; STORAGE_FAILED
   */
  public static long read(Path file, Origin origin, RunId run, Consumer<AuditRecord> records) {
    JournalReader reader = new JournalReader(run, records);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      reader.header(line(in), new RunJournal.Header(origin, run).line());
      for (Optional<byte[]> next = line(in); next.isPresent(); next = line(in)) {
        reader.checked(next.get());
      }
      reader.mustHaveEnded();
      return reader.sequence;
    } catch (IOException e) {
      throw new Refusal(Code.STORAGE_FAILED, "a journal cannot be read: " + e.getClass());
    }
  }

  private void header(Optional<byte[]> line, byte[] expected) {
    if (line.isEmpty() || version(line.get()) != RunJournal.VERSION) {
      throw new Refusal(
          Code.AUDIT_JOURNAL_VERSION,
          "the file is no run journal of version " + RunJournal.VERSION);
    }
    if (!Arrays.equals(line.get(), expected)) {
      throw corrupt("the journal is of another log or run");
    }
    digest.update(expected);
  }

  private void mustHaveEnded() {
    if (!ended) {
      throw new Refusal(
          Code.AUDIT_TRUNCATED, "journal: no line counts its records after record " + sequence);
    }
  }

  private static long version(byte[] line) {
    try {
      return body(line) instanceof Json.Obj(var members)
              && members.get("journal") instanceof Json.Int(long version)
          ? version
          : 0;
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }

  private void checked(byte[] line) {
    Sha256.soFar(digest, before);
    if (ended) {
      throw corrupt("a line after the last");
    }
    try {
      switch (body(line)) {
        case Json.Arr(var elements) -> shortRecord(elements);
        case Json.Obj(var members) when members.containsKey("form") -> form(members);
        case Json.Obj(var members) when members.containsKey("step_type") ->
            whole(Arrays.copyOf(line, line.length - 1));
        case Json.Obj(var members) when members.containsKey("records") -> end(members);
        case Json.Obj(var members) -> position(members);
        case Json.Str _, Json.Int _, Json.Bool _, Json.Null _ -> throw corrupt("no record");
      }
    } catch (IllegalArgumentException e) {
      throw corrupt(String.valueOf(e.getMessage()));
    }
    digest.update(line);
    unchained += line.length;
  }

  private void shortRecord(List<Json> line) {
    int from = 2;
    if (line.size() < from
        || !(line.get(0) instanceof Json.Int(long number))
        || !(line.get(1) instanceof Json.Int(long waited))
        || number < 0
        || number >= forms.size()
        || waited < 0
        || step < 0) {
      throw corrupt("a record of no form, or before its step id is known");
    }
    RecordForm form = forms.get((int) number);
    boolean chained =
        form.pattern().type() == StepType.DECISION && unchained >= RunJournal.CHAIN_BYTES;
    int to = line.size() - (chained ? 1 : 0);
    if (to - from != form.holes()) {
      throw corrupt("a record has one value for each hole of its form");
    }
    List<Json> values = new ArrayList<>(line.subList(from, to));
    for (int hole = form.detailHoles(); hole < form.holes(); hole++) {
      values.set(hole, hash(form.hashField(hole), values.get(hole)));
    }
    if (chained) {
      chain(line.getLast());
    }
    micros += waited;
    give(body(form.draft(values)));
  }

  /** A null repeats the hash that the same field had in the record before. */
  private Json hash(String field, Json given) {
    if (!(given instanceof Json.Null)) {
      repeatField = field;
      repeatHash = given;
    } else if (!field.equals(repeatField)) {
      throw corrupt("nothing to repeat");
    }
    return repeatHash;
  }

  private byte[] body(RecordDraft draft) {
    AsciiText out = new AsciiText();
    RecordBody.write(draft, new RecordBody.Place(sequence, step, micros, before), out);
    return out.copy();
  }

  private void whole(byte[] body) {
    AuditRecord record = AuditRecord.parse(body);
    chain(Json.of(record.previous().hex()));
    if (record.stepId().isPresent()) {
      if (record.stepId().getAsLong() < step) {
        throw corrupt("a step id lower than before");
      }
      step = record.stepId().getAsLong();
    }
    if (record.timestampMicros() < micros) {
      throw corrupt("time runs backwards");
    }
    micros = record.timestampMicros();
    give(body);
  }

  private void give(byte[] body) {
    AuditRecord record = AuditRecord.parse(body);
    if (record.sequence() != sequence
        || record.run().filter(other -> !other.equals(run)).isPresent()) {
      throw corrupt("a record out of its place");
    }
    records.accept(record);
    sequence++;
    if (record.run().isPresent()) {
      step++;
    }
  }

  private void chain(Json stated) {
    if (!stated.equals(Json.of(Sha256.ofDigest(before.clone()).hex()))) {
      throw new Refusal(
          Code.AUDIT_LEAF_MISMATCH,
          "journal: what stands before record " + sequence + " is not what it names");
    }
    unchained = 0;
  }

  private void end(Map<String, Json> members) {
    if (members.size() != 2 || !Json.of(sequence).equals(members.get("records"))) {
      throw corrupt("the last line counts other records");
    }
    chain(members.getOrDefault("sha256", new Json.Null()));
    ended = true;
  }

  private void form(Map<String, Json> members) {
    if (members.size() != 2
        || forms.size() == RunJournal.FORMS_MAX
        || !Json.of(forms.size()).equals(members.get("form"))
        || !(members.get("record") instanceof Json.Obj(var common))) {
      throw corrupt("a form out of its place");
    }
    TreeMap<String, Json> fields = new TreeMap<>(common);
    Json.Obj detail =
        fields.remove(BodyField.DETAIL.key()) instanceof Json.Obj object
            ? object
            : Json.of(Map.of());
    forms.add(
        RecordForm.ofPattern(
            new RecordDraft(
                StepType.parse(text(fields, BodyField.STEP_TYPE))
                    .orElseThrow(() -> corrupt("unknown step_type")),
                run.team(),
                text(fields, BodyField.OWNER),
                text(fields, BodyField.ACTOR),
                Optional.of(run),
                fields,
                detail)));
  }

  private void position(Map<String, Json> members) {
    if (members.size() != 2
        || !(members.get("step_id") instanceof Json.Int(long next))
        || !(members.get("timestamp_utc") instanceof Json.Str(String time))
        || next < step
        || UtcText.parse(time) < micros) {
      throw corrupt("neither record nor form, or a step back");
    }
    step = next;
    micros = UtcText.parse(time);
  }

  private String text(Map<String, Json> members, BodyField field) {
    if (members.remove(field.key()) instanceof Json.Str(String text)) {
      return text;
    }
    throw corrupt(field.key() + " is missing or no text");
  }

  private Refusal corrupt(String what) {
    return new Refusal(Code.AUDIT_CORRUPT, "journal, record " + sequence + ": " + what);
  }

  private static Json body(byte[] line) {
    if (line[line.length - 1] != '\n') {
      throw new IllegalArgumentException("a line is not ended within its bounds");
    }
    return CanonicalJson.parse(Arrays.copyOf(line, line.length - 1));
  }

  /** Reads one line with its LF; what is not ended within its bounds is cut there. */
  private static Optional<byte[]> line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      line.write(b);
      if (b == '\n' || line.size() > LINE_BYTES_MAX) {
        return Optional.of(line.toByteArray());
      }
    }
    return line.size() == 0 ? Optional.empty() : Optional.of(line.toByteArray());
  }
}
