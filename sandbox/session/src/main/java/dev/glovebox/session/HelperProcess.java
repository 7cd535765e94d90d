package dev.glovebox.session;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessExit;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.image.ImageChangedException;
import dev.glovebox.proto.worker.v1.HelperRequest;
import dev.glovebox.proto.worker.v1.HelperResponse;
import dev.glovebox.proto.worker.v1.Refused;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One disposable helper: request frames to its stdin, response frames from its stdout, then its
 * end.
 *
 * <p>The process is killed at its wall deadline, so every call here returns. Stdin stays open until
 * {@link #close}: for the helper its end means that the host is gone. Not thread-safe.
 */
final class HelperProcess implements AutoCloseable {
  private static final int VERSION = 1;
  private static final int MESSAGE_BYTES_MAX = 1024;
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

  /** How long a process whose pipe broke may take to be seen ended. */
  private static final Duration EXIT_WAIT_MAX = Duration.ofSeconds(2);

  /** A conversation with a started helper; its result, or why there is none. */
  @FunctionalInterface
  interface Conversation<A> {
    A hold(HelperProcess helper) throws HelperException, IOException;
  }

  private final JailedProcess process;
  private final Frames answers;
  private final byte[] nonce;
  private boolean greeted;

  private HelperProcess(JailedProcess process, HelperLimits limits, byte[] nonce) {
    this.process = process;
    this.answers = new Frames(process.stdout(), limits.outputBytesMax());
    this.nonce = nonce;
  }

  /** Takes a helper, holds the conversation, and leaves nothing behind. */
  static <A> A converse(
      Helpers helpers,
      HelperLimits limits,
      Nonces nonces,
      Function<HelperFailed, A> onFailure,
      Conversation<A> conversation) {
    JailedProcess process;
    try {
      process = helpers.take();
    } catch (ImageChangedException e) {
      return onFailure.apply(new HelperFailed(WorkerEnd.IMAGE_CHANGED, e.change().sentence(), ""));
    } catch (IOException _) {
      return onFailure.apply(
          new HelperFailed(
              WorkerEnd.WORKER_START_FAILED, "cannot start process " + helpers.name(), ""));
    }
    process.killAfter(limits.wall());
    try (HelperProcess helper = new HelperProcess(process, limits, nonces.fresh())) {
      try {
        return conversation.hold(helper);
      } catch (HelperException e) {
        return onFailure.apply(helper.failed(e.reason(), e.what()));
      } catch (IOException _) {
        return onFailure.apply(helper.ended());
      }
    }
  }

  /** Sends one frame; the first carries the nonce. */
  void send(HelperRequest.Builder request) throws IOException {
    request.setVersion(VERSION);
    if (!greeted) {
      request.setNonce(ByteString.copyFrom(nonce));
      greeted = true;
    }
    HelperRequest frame = request.build();
    if (frame.getSerializedSize() > Frames.FRAME_BYTES_MAX) {
      throw new IllegalArgumentException("frame of " + frame.getSerializedSize() + " bytes");
    }
    frame.writeDelimitedTo(process.stdin());
    process.stdin().flush();
  }

  /** Receives the next frame, of the right version and with our nonce. */
  HelperResponse receive() throws IOException, HelperException {
    HelperResponse response;
    try {
      response = HelperResponse.parseFrom(answers.next());
    } catch (InvalidProtocolBufferException _) {
      throw HelperException.violation("a frame cannot be read");
    }
    if (response.getVersion() != VERSION) {
      throw HelperException.violation("version " + response.getVersion());
    }
    if (!MessageDigest.isEqual(nonce, response.getNonce().toByteArray())) {
      throw HelperException.violation("wrong nonce");
    }
    return response;
  }

  /**
   * Checks that the answer ends here: nothing follows, and it was not our kill that ended it. How
   * the process ends after its answer says nothing, and it is not waited for: {@link #close} ends
   * it.
   */
  void finish() throws IOException, HelperException {
    if (!answers.atEnd()) {
      throw HelperException.violation("bytes after the answer");
    }
    Optional<WorkerEnd> killed = process.killedFor();
    if (killed.isPresent()) {
      throw new HelperException(killed.get(), "killed before its answer ended");
    }
  }

  /** Checks a refusal and ends the conversation with it. */
  RefusedInput refused(Refused refused) throws IOException, HelperException {
    if (!CODE.matcher(refused.getCode()).matches()
        || !Text.fits(refused.getMessage(), MESSAGE_BYTES_MAX)
        || refused.getLine() < 0
        || refused.getColumn() < 0) {
      throw HelperException.violation("a refusal outside its bounds");
    }
    finish();
    return new RefusedInput(
        refused.getCode(), refused.getMessage(), refused.getLine(), refused.getColumn());
  }

  /** Why the pipe broke: our kill, its memory, or a fault of its own. */
  private HelperFailed ended() {
    Optional<ProcessExit> exit = process.awaitExit(EXIT_WAIT_MAX);
    if (exit.isEmpty()) {
      return failed(WorkerEnd.PROTOCOL_VIOLATION, "closed its output without an answer");
    }
    WorkerEnd reason = exit.get().reason();
    return switch (reason) {
      case WALL_DEADLINE -> failed(reason, "no answer within its deadline");
      case MEMORY_LIMIT -> failed(reason, "out of its bounded memory");
      case CPU_LIMIT -> failed(reason, "out of its bounded processor time");
      case THREAD_LIMIT -> failed(reason, "out of its bounded threads");
      case STRATEGY_ERROR,
          PARAMETER_INVALID,
          BUDGET_EXCEEDED,
          RECURSION_LIMIT,
          OUTPUT_LIMIT,
          INTENT_LIMIT,
          POLICY_VIOLATION,
          PROTOCOL_VIOLATION,
          RUN_INTERRUPTED,
          SIBLING_ENDED,
          RESTART_DIVERGED,
          IMAGE_CHANGED,
          WORKER_START_FAILED,
          WORKER_FAULT ->
          failed(reason, "ended without an answer, status " + exit.get().status());
    };
  }

  private HelperFailed failed(WorkerEnd reason, String what) {
    return new HelperFailed(
        reason, "process " + process.name() + ": " + what, process.stderrText());
  }

  @Override
  public void close() {
    process.close();
  }
}
