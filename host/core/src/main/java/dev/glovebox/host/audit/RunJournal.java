package dev.glovebox.host.audit;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.payload.DurableFiles;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.payload.PayloadStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one backtest: the same frames as the log, in a file of its own. Thread-safe.
 *
 * <p>A receipt means "in the journal". It becomes durable when {@link #seal()} made the file a
 * payload and the run's result record in the log names that payload's hash.
 */
public final class RunJournal implements Evidence, AutoCloseable {
  private static final int BUFFER_BYTES = 256 * 1024;

  // The detail of a Decision's record in its canonical form.
  private static final byte[] TO_INDEX = ascii("{\"" + BAR_INDEX + "\":");
  private static final byte[] TO_LINE = ascii(",\"" + LINE_SHA256 + "\":\"");
  private static final byte[] END = ascii("\"}");

  private final RunId run;
  private final Path file;
  private final PayloadStore payloads;

  @GuardedBy("this")
  private final RecordChain chain;

  @GuardedBy("this")
  private final FileChannel channel;

  @GuardedBy("this")
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  @GuardedBy("this")
  private boolean closed;

  /** The envelope of Decisions that passed its checks last: an unchanged one is not asked twice. */
  @GuardedBy("this")
  private @Nullable RecordDraft checked;

  private RunJournal(
      RunId run, Path file, PayloadStore payloads, RecordChain chain, FileChannel channel) {
    this.run = run;
    this.file = file;
    this.payloads = payloads;
    this.chain = chain;
    this.channel = channel;
  }

  static RunJournal open(RunId run, Path file, PayloadStore payloads, RecordChain chain) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        DurableFiles.createFolder(folder);
      }
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return new RunJournal(run, file, payloads, chain, channel);
    } catch (IOException e) {
      throw failed();
    }
  }

  /**
   * What a sealed journal is.
   *
   * @param records number of records in it
   * @param lastLeafHash hash of the last leaf: commits to all of them
   */
  public record SealedJournal(Payload payload, long records, Sha256 lastLeafHash) {}

  @Override
  public synchronized Receipt append(RecordDraft draft) {
    requireOpen();
    Optional<RecordSchema.Flaw> flaw = flaw(draft);
    Optional<RecordChain.Framed> framed = flaw.isPresent() ? Optional.empty() : chain.next(draft);
    if (framed.isEmpty()) {
      RecordSchema.Flaw found = flaw.orElse(Rejection.TOO_LONG);
      chain.next(Rejection.of(draft, found)).ifPresent(this::write);
      throw found.refusal();
    }
    write(framed.get());
    return framed.get().receipt();
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // this very object was checked
  public synchronized Receipt decision(RecordDraft envelope, int barIndex, byte[] lineHash) {
    requireOpen();
    if (envelope != checked) {
      if (flaw(envelope).isPresent()
          || envelope.type() != StepType.DECISION
          || !envelope.detail().members().isEmpty()) {
        return Evidence.super.decision(envelope, barIndex, lineHash);
      }
      checked = envelope;
    }
    RecordChain.Framed framed =
        chain
            .next(
                envelope,
                Optional.of(out ->
                    out.text(TO_INDEX).integer(barIndex).text(TO_LINE).hex(lineHash).text(END)))
            .orElseThrow(() -> new IllegalStateException("a Decision's record is short"));
    write(framed);
    return framed.receipt();
  }

  @GuardedBy("this")
  private void requireOpen() {
    if (closed) {
      throw new Refusal(Code.AUDIT_SEALED, "the journal takes no more records");
    }
  }

  private Optional<RecordSchema.Flaw> flaw(RecordDraft draft) {
    return draft.run().isPresent() && !draft.run().get().equals(run)
        ? RecordSchema.flaw("run_id", "the journal is of another run")
        : RecordSchema.flaw(draft);
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
    closed = true;
    try (channel) {
      flush();
      channel.force(true);
    } catch (IOException e) {
      throw failed();
    }
    return new SealedJournal(
        payloads.adopt(run.team(), file), chain.nextSequence(), Sha256.ofDigest(chain.previous()));
  }

  /** Drops a journal that was not sealed; does nothing after {@link #seal()}. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      try (channel) {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw failed();
      }
    }
  }

  @GuardedBy("this")
  private void write(RecordChain.Framed framed) {
    try {
      if (buffer.remaining() < framed.frame().length) {
        flush();
      }
      buffer.put(framed.frame());
    } catch (IOException e) {
      // What is in the file may be torn: never build upon it.
      closed = true;
      throw failed();
    }
  }

  @GuardedBy("this")
  private void flush() throws IOException {
    buffer.flip();
    DurableFiles.writeFully(channel, buffer);
    buffer.clear();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Refusal failed() {
    return new Refusal(Code.STORAGE_FAILED, "the run's journal cannot be written");
  }
}
