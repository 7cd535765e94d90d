package dev.glovebox.prepare.stdio;

import com.google.protobuf.ByteString;
import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import dev.glovebox.proto.worker.v1.HelperRequest;
import dev.glovebox.proto.worker.v1.HelperResponse;
import dev.glovebox.proto.worker.v1.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One request and its one answer, for helpers that need no more.
 *
 * <p>Whatever happens inside, the answer is one frame that repeats the nonce; no text of an
 * internal failure reaches the other side.
 */
public final class Exchange {
  /** The protocol's version. */
  public static final int PROTOCOL_VERSION = 1;

  /** Length of the nonce, in bytes. */
  public static final int NONCE_BYTES = 32;

  /** Longest refusal message, in bytes of UTF-8. */
  public static final int MESSAGE_BYTES_MAX = 1024;

  /** Exit status of a helper that answered. */
  public static final int ANSWERED = 0;

  /** Exit status of a helper that was not asked properly, or could not answer. */
  public static final int NOT_ANSWERED = 3;

  private final Answering answering;
  private final RefusalCode failure;

  /** Makes the answer's body from a request. */
  @FunctionalInterface
  public interface Answering {
    /**
     * Answers {@code request}, whose version and nonce were checked.
     *
     * @throws SourceRefusedException if the submitted input is refused
     */
    HelperResponse.Builder answer(HelperRequest request);
  }

  /**
   * Prepares an exchange.
   *
   * @param failure the code to answer with when {@code answering} itself fails
   */
  public Exchange(Answering answering, RefusalCode failure) {
    this.answering = answering;
    this.failure = failure;
  }

  /** Reads the request, writes the answer, and returns the exit status. Never throws. */
  public int run(InputStream in, OutputStream out) {
    return run(in, out, () -> {});
  }

  /**
   * Like {@link #run(InputStream, OutputStream)}.
   *
   * @param whenAsked runs once the request was read, before it is answered
   */
  int run(InputStream in, OutputStream out, Runnable whenAsked) {
    try {
      HelperRequest request = Frames.read(in, HelperRequest.parser());
      whenAsked.run();
      ByteString nonce = request.getNonce();
      if (nonce.size() != NONCE_BYTES) {
        return NOT_ANSWERED;
      }
      Frames.write(out, answer(request).setVersion(PROTOCOL_VERSION).setNonce(nonce).build());
      return ANSWERED;
    } catch (IOException e) {
      return NOT_ANSWERED;
    }
  }

  private HelperResponse.Builder answer(HelperRequest request) {
    if (request.getVersion() != PROTOCOL_VERSION) {
      return refused(
          Refusal.of(
              RefusalCode.PROTOCOL_VIOLATION, "the protocol's version is " + PROTOCOL_VERSION));
    }
    try {
      HelperResponse.Builder answer = answering.answer(request);
      // Built here, so that an answer over the limit is refused rather than lost.
      return answer.build().getSerializedSize() < Frames.FRAME_BYTES_MAX - 2 * NONCE_BYTES
          ? answer
          : refused(Refusal.of(failure, "the answer is too large"));
    } catch (SourceRefusedException e) {
      return refused(e.refusal());
    } catch (RuntimeException | StackOverflowError e) {
      return refused(Refusal.of(failure, "the helper failed; nothing is known about the source"));
    }
  }

  private static HelperResponse.Builder refused(Refusal refusal) {
    return HelperResponse.newBuilder()
        .setRefused(
            Refused.newBuilder()
                .setCode(refusal.code().name())
                .setMessage(cut(refusal.message()))
                .setLine(refusal.line())
                .setColumn(refusal.column()));
  }

  /** Cuts {@code text} to {@link #MESSAGE_BYTES_MAX} bytes of UTF-8, never inside a character. */
  public static String cut(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= MESSAGE_BYTES_MAX) {
      // Encoded and decoded, so that a lone surrogate cannot make the message unserializable.
      return new String(bytes, StandardCharsets.UTF_8);
    }
    int end = MESSAGE_BYTES_MAX;
    while ((bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }
}
