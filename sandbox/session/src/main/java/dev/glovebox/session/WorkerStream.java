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
import io.netty.channel.ManualIoEventLoop;
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
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The gRPC server of one worker: one connection, one service, one stream, one event loop.
 *
 * <p>The event loop has no thread of its own: the one thread that owns the stream turns it while it
 * sends, waits or polls, so an exchange wakes one thread here. What a worker sends meanwhile stays
 * in the kernel's buffers, which are bounded; nothing that the loop runs waits for a disk. All
 * methods belong to the thread that called {@link #serve}.
 */
final class WorkerStream implements AutoCloseable {
  static final int METADATA_BYTES_MAX = 4 * 1024;
  private static final int WINDOW_BYTES = 256 * 1024;
  private static final int RESETS_MAX = 4;
  private static final int RESET_WINDOW_SECONDS = 30;
  private static final long LOOP_END_NANOS_MAX = TimeUnit.SECONDS.toNanos(2);

  /** From an answer to the moment at which what it answers has left this process. */
  static final Duration READ_WAIT_MAX = Duration.ofSeconds(2);

  private static final long READ_POLL_NANOS = 1_000_000;

  /**
   * Granted to a frame for leaving this process before its sender goes on; the rest leaves later.
   */
  private static final long LEAVE_WAIT_NANOS_MAX = 20_000_000;

  /** Opens servers, which listen nowhere; no worker's byte is seen here. */
  private static final EventLoopGroup DOOR =
      new MultiThreadIoEventLoopGroup(
          1, Thread.ofPlatform().daemon().name("worker-door").factory(), NioIoHandler.newFactory());

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
  private final ManualIoEventLoop loop;
  private final HandedOverChannel door;
  private final Server server;
  private final LongSupplier nanoTime;
  private @Nullable ServerCall<byte[], byte[]> call;
  private boolean paused;

  /** Set before gRPC says that the stream is not ready because it is gone. */
  private boolean over;

  private WorkerStream(SocketChannel accepted, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.loop = new ManualIoEventLoop(Thread.currentThread(), NioIoHandler.newFactory());
    this.mailbox = new Mailbox(nanoTime, loop::run);
    this.guard = new StreamGuard(mailbox);
    this.door = new HandedOverChannel(accepted, guard, () -> mailbox.end(StreamEnd.CLOSED));
    this.server =
        // The address is a name only: nothing listens, the connection is handed over.
        NettyServerBuilder.forAddress(InetSocketAddress.createUnresolved("worker", 0))
            .channelFactory(() -> door)
            .bossEventLoopGroup(DOOR)
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
    opened.setOnReadyThreshold(1);
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
    if (!awaitReady(open, READ_WAIT_MAX.toNanos())) {
      // A stream that just ended is not ready either; the next wait says why it ended.
      return over;
    }
    guard.hostSends();
    open.sendMessage(frame);
    loop.runNow();
    awaitReady(open, LEAVE_WAIT_NANOS_MAX);
    return true;
  }

  private boolean awaitReady(ServerCall<byte[], byte[]> open, long nanosMax) {
    long until = nanoTime.getAsLong() + nanosMax;
    while (!open.isReady()) {
      if (over || open.isCancelled() || nanoTime.getAsLong() - until >= 0) {
        return false;
      }
      loop.run(READ_POLL_NANOS);
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
    loop.runNow();
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
    boolean interrupted = Thread.interrupted();
    server.shutdownNow();
    door.closeConnection();
    var _ = loop.shutdownGracefully(0, LOOP_END_NANOS_MAX, TimeUnit.NANOSECONDS);
    long until = nanoTime.getAsLong() + LOOP_END_NANOS_MAX;
    while (!loop.isTerminated() && nanoTime.getAsLong() - until < 0) {
      loop.run(READ_POLL_NANOS);
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
