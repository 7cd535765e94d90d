package dev.glovebox.session;

import dev.glovebox.proto.worker.v1.WorkerServiceGrpc;
import dev.glovebox.session.Mailbox.StreamEnd;
import io.grpc.Codec;
import io.grpc.DecompressorRegistry;
import io.grpc.KnownLength;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The gRPC server of one worker: one connection, one service, one stream, one event loop.
 *
 * <p>The event loop moves bytes and nothing else; frames are parsed and checked by the thread that
 * waits for them. {@link #send}, {@link #take} and {@link #poll} belong to that one thread.
 */
final class WorkerStream implements AutoCloseable {
  static final int METADATA_BYTES_MAX = 4 * 1024;
  private static final int WINDOW_BYTES = 256 * 1024;
  private static final int RESETS_MAX = 4;
  private static final int RESET_WINDOW_SECONDS = 30;
  private static final int LOOP_END_MILLIS_MAX = 2_000;

  /** From an answer to the moment at which what it answers has left this process. */
  static final Duration READ_WAIT_MAX = Duration.ofSeconds(2);

  private static final Duration READ_POLL = Duration.ofNanos(200_000);

  /**
   * Loggers that a peer could fill with stack traces at will; every end of a worker is reported by
   * its session instead. Held here because a level lives only as long as its logger.
   */
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("io.grpc.netty.NettyServerTransport.connections"),
          Logger.getLogger("io.grpc.netty.NettyServerHandler"),
          Logger.getLogger("io.grpc.netty.NettyServerStream"),
          // Says for each worker that a unix socket has no keep-alive.
          Logger.getLogger("io.netty.bootstrap.ServerBootstrap"));

  static {
    QUIET.forEach(logger -> logger.setLevel(Level.OFF));
  }

  private static final MethodDescriptor<byte[], byte[]> ATTACH =
      WorkerServiceGrpc.getAttachMethod().toBuilder(Bytes.INSTANCE, Bytes.INSTANCE).build();

  private final Mailbox mailbox;
  private final StreamGuard guard;
  private final EventLoopGroup loop;
  private final Server server;
  private final LongSupplier nanoTime;
  private volatile @Nullable ServerCall<byte[], byte[]> call;
  private volatile boolean paused;

  /** Set before gRPC says that the stream is not ready because it is gone. */
  private volatile boolean over;

  private WorkerStream(SocketChannel accepted, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.mailbox = new Mailbox(nanoTime);
    this.guard = new StreamGuard(mailbox);
    this.loop =
        new MultiThreadIoEventLoopGroup(
            1,
            Thread.ofPlatform().daemon().name("worker-stream").factory(),
            NioIoHandler.newFactory());
    this.server =
        // The address is a name only: nothing listens, the connection is handed over.
        NettyServerBuilder.forAddress(InetSocketAddress.createUnresolved("worker", 0))
            .channelFactory(
                () -> new HandedOverChannel(accepted, guard, () -> mailbox.end(StreamEnd.CLOSED)))
            .bossEventLoopGroup(loop)
            .workerEventLoopGroup(loop)
            .directExecutor()
            .maxConcurrentCallsPerConnection(1)
            .maxInboundMetadataSize(METADATA_BYTES_MAX)
            .maxInboundMessageSize(Frames.FRAME_BYTES_MAX)
            .flowControlWindow(WINDOW_BYTES)
            // The guard counts pings; without this the third of an honest peer could end it.
            .permitKeepAliveTime(0, TimeUnit.NANOSECONDS)
            // Nothing is compressed on a unix socket, so nothing needs to be blown up again.
            .decompressorRegistry(
                DecompressorRegistry.emptyInstance().with(Codec.Identity.NONE, false))
            .maxRstFramesPerWindow(RESETS_MAX, RESET_WINDOW_SECONDS)
            .addStreamTracerFactory(new RefusalTracer())
            .addService(
                ServerServiceDefinition.builder(WorkerServiceGrpc.SERVICE_NAME)
                    .addMethod(ATTACH, this::attach)
                    .build())
            .build();
  }

  /**
   * Serves one accepted connection; takes ownership of it.
   *
   * @throws IOException if the server does not start
   */
  static WorkerStream serve(SocketChannel accepted, LongSupplier nanoTime) throws IOException {
    WorkerStream stream = new WorkerStream(accepted, nanoTime);
    try {
      stream.server.start();
      return stream;
    } catch (IOException e) {
      stream.close();
      accepted.close();
      throw e;
    }
  }

  private ServerCall.Listener<byte[]> attach(ServerCall<byte[], byte[]> opened, Metadata headers) {
    if (call != null) {
      opened.close(Status.FAILED_PRECONDITION, new Metadata());
      return new ServerCall.Listener<>() {};
    }
    call = opened;
    opened.sendHeaders(new Metadata());
    opened.request(1);
    return new ServerCall.Listener<>() {
      @Override
      public void onMessage(byte[] frame) {
        mailbox.put(frame);
        if (mailbox.hasRoom()) {
          opened.request(1);
        } else {
          paused = true;
        }
      }

      @Override
      public void onHalfClose() {
        mailbox.end(StreamEnd.refused(Violation.STREAM_HALF_CLOSED));
      }

      @Override
      public void onCancel() {
        mailbox.end(StreamEnd.CLOSED);
      }
    };
  }

  /**
   * Sends one frame unless the ones before still wait for the peer to read.
   *
   * <p>Whoever has read a frame has let the host write it out, so an honest worker that answers has
   * left nothing waiting; that the loop has noted it may take a moment more, which is granted. One
   * that answers by guess and does not read would fill the host's memory.
   *
   * @return whether the frame was taken; a stream that has ended takes and drops it
   */
  boolean send(byte[] frame) {
    ServerCall<byte[], byte[]> open = call;
    if (open == null) {
      throw new IllegalStateException("no worker has attached");
    }
    if (open.isCancelled()) {
      return true;
    }
    if (!awaitReady(open)) {
      // A stream that just ended is not ready either; the next wait says why it ended.
      return over;
    }
    guard.hostSends();
    open.sendMessage(frame);
    return true;
  }

  private boolean awaitReady(ServerCall<byte[], byte[]> open) {
    long until = nanoTime.getAsLong() + READ_WAIT_MAX.toNanos();
    while (!open.isReady()) {
      if (over || open.isCancelled() || nanoTime.getAsLong() - until >= 0) {
        return false;
      }
      LockSupport.parkNanos(READ_POLL.toNanos());
    }
    return true;
  }

  /** Waits for the next frame; see {@link Mailbox#take}. */
  Mailbox.Arrival take(long deadlineNanos) {
    Mailbox.Arrival arrival = mailbox.take(deadlineNanos);
    resume();
    return arrival;
  }

  /** Takes a frame that is already here. */
  Optional<byte[]> poll() {
    Optional<byte[]> frame = mailbox.poll();
    resume();
    return frame;
  }

  private void resume() {
    ServerCall<byte[], byte[]> open = call;
    if (paused && open != null && mailbox.hasRoom()) {
      paused = false;
      open.request(1);
    }
  }

  /** Closes the connection and ends the event loop. Never throws. */
  @Override
  public void close() {
    server.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      var ended = loop.shutdownGracefully(0, LOOP_END_MILLIS_MAX, TimeUnit.MILLISECONDS);
      if (!ended.await(LOOP_END_MILLIS_MAX)) {
        interrupted |= Thread.interrupted();
      }
    } catch (InterruptedException _) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells a stream that we refused, because of what came, from one that the worker left. */
  private final class RefusalTracer extends ServerStreamTracer.Factory {
    @Override
    public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
      return new ServerStreamTracer() {
        @Override
        public void streamClosed(Status status) {
          over = true;
          switch (status.getCode()) {
            case RESOURCE_EXHAUSTED -> refuse(Violation.MESSAGE_LENGTH);
            case INTERNAL, INVALID_ARGUMENT -> refuse(Violation.FRAME_UNREADABLE);
            case UNIMPLEMENTED -> refuse(Violation.METHOD_UNKNOWN);
            case OK,
                CANCELLED,
                UNKNOWN,
                DEADLINE_EXCEEDED,
                NOT_FOUND,
                ALREADY_EXISTS,
                PERMISSION_DENIED,
                FAILED_PRECONDITION,
                ABORTED,
                OUT_OF_RANGE,
                UNAVAILABLE,
                DATA_LOSS,
                UNAUTHENTICATED -> {
              // The worker, its death, or our own close.
            }
          }
        }
      };
    }

    private void refuse(Violation violation) {
      mailbox.end(StreamEnd.refused(violation));
    }
  }

  /** Passes messages through unparsed. */
  private enum Bytes implements MethodDescriptor.Marshaller<byte[]> {
    INSTANCE;

    @Override
    public InputStream stream(byte[] value) {
      return new KnownBytes(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Bytes whose number gRPC may trust, so that it copies them once. */
  private static final class KnownBytes extends ByteArrayInputStream implements KnownLength {
    KnownBytes(byte[] bytes) {
      super(bytes);
    }
  }
}
