package dev.glovebox.session;

import dev.glovebox.session.Mailbox.StreamEnd;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.Optional;

/**
 * Stands between a worker's socket and the HTTP/2 stack, and lets through only as much of HTTP/2 as
 * one call needs.
 *
 * <p>It reads frame heads and nothing else, keeps no byte, and ends the connection before the stack
 * has spent anything on a frame that it refuses. What the stack itself refuses it sees from what
 * the stack then writes: the host resets a stream or says goodbye for no other reason.
 */
final class StreamGuard extends ChannelDuplexHandler {
  static final int FRAME_PAYLOAD_BYTES_MAX = 16 * 1024;

  /** Encoded; the stack bounds what it decodes to. */
  static final int HEADER_BYTES_MAX = WorkerStream.METADATA_BYTES_MAX;

  static final int CONTINUATIONS_MAX = 4;

  /** In a worker's life: its own, and one for each time its estimate of the window doubles. */
  static final int SETTINGS_MAX = 16;

  /**
   * Frames without data between two frames of the host. One of 1 MiB, the longest, gives reason for
   * 64 pings and as many window updates on stream and connection.
   */
  static final int CONTROL_FRAMES_MAX = 256;

  private static final int FLAG_PADDED = 0x8;
  private static final int FLAG_ACK = 0x1;

  private final Mailbox mailbox;
  private final FrameHeads inbound = FrameHeads.ofClient();
  private final FrameHeads outbound = FrameHeads.ofServer();
  private int controlFrames;
  private int settings;
  private int headers;
  private int headerBytes;
  private int continuations;
  private boolean ended;

  StreamGuard(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  /** Says that the host sends a frame, which gives reason for control frames again. */
  void hostSends() {
    controlFrames = 0;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (ended) {
      ReferenceCountUtil.release(message);
      return;
    }
    Optional<Violation> violation = inbound.first((ByteBuf) message, this::refused);
    if (violation.isPresent()) {
      ended = true;
      ReferenceCountUtil.release(message);
      mailbox.end(StreamEnd.refused(violation.get()));
      var _ = context.close();
      return;
    }
    context.fireChannelRead(message);
  }

  /**
   * A connection that broke is no breach: a process that dies with bytes unread resets it. Said
   * here, before the stack answers with a goodbye that nobody will read.
   */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof IOException) {
      mailbox.end(StreamEnd.CLOSED);
    }
    context.fireExceptionCaught(cause);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    Optional<Violation> violation =
        message instanceof ByteBuf bytes
            ? outbound.first(bytes, StreamGuard::refusal)
            : Optional.empty();
    if (violation.isEmpty()) {
      var _ = context.write(message, promise);
      return;
    }
    StreamEnd refused = StreamEnd.refused(violation.get());
    // The stack says goodbye to a peer that is gone, too: what cannot be told is no refusal.
    var _ =
        context
            .write(message, promise.unvoid())
            .addListener(told -> mailbox.end(told.isSuccess() ? refused : StreamEnd.CLOSED));
  }

  private static Optional<Violation> refusal(FrameHeads.Kind kind, int length, int flags) {
    return kind == FrameHeads.Kind.RST_STREAM || kind == FrameHeads.Kind.GOAWAY
        ? Optional.of(Violation.HTTP_REFUSED)
        : Optional.empty();
  }

  private Optional<Violation> refused(FrameHeads.Kind kind, int length, int flags) {
    if (length > FRAME_PAYLOAD_BYTES_MAX) {
      return Optional.of(Violation.HTTP_FRAME_LENGTH);
    }
    return switch (kind) {
      case DATA -> data(length, flags);
      case HEADERS -> {
        headers++;
        yield headers > 1 ? Optional.of(Violation.STREAM_SECOND) : headerPiece(length);
      }
      case CONTINUATION -> {
        continuations++;
        yield headerPiece(length);
      }
      case RST_STREAM -> Optional.of(Violation.STREAM_RESET);
      case SETTINGS -> settings(flags);
      case PING -> control(Violation.PING_FLOOD);
      case GOAWAY, WINDOW_UPDATE -> control(Violation.CONTROL_FLOOD);
      case PRIORITY, PUSH_PROMISE, OTHER -> Optional.of(Violation.HTTP_FRAME_KIND);
    };
  }

  private Optional<Violation> data(int length, int flags) {
    if ((flags & FLAG_PADDED) != 0) {
      return Optional.of(Violation.HTTP_FRAME_KIND);
    }
    return length == 0 ? control(Violation.CONTROL_FLOOD) : Optional.empty();
  }

  private Optional<Violation> headerPiece(int length) {
    headerBytes += length;
    return headerBytes > HEADER_BYTES_MAX || continuations > CONTINUATIONS_MAX
        ? Optional.of(Violation.HEADERS_FLOOD)
        : Optional.empty();
  }

  private Optional<Violation> settings(int flags) {
    if ((flags & FLAG_ACK) != 0) {
      return control(Violation.CONTROL_FLOOD);
    }
    settings++;
    return settings > SETTINGS_MAX ? Optional.of(Violation.SETTINGS_FLOOD) : Optional.empty();
  }

  private Optional<Violation> control(Violation flood) {
    controlFrames++;
    return controlFrames > CONTROL_FRAMES_MAX ? Optional.of(flood) : Optional.empty();
  }
}
