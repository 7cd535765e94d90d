package dev.glovebox.worker.transport;

import dev.glovebox.proto.worker.v1.HostFrame;
import dev.glovebox.proto.worker.v1.WorkerFrame;
import dev.glovebox.proto.worker.v1.WorkerServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one stream to the host, over a unix socket or the process's standard streams.
 *
 * <p>The event loop has no thread of its own: it turns while its one owner waits in {@link #take}.
 * A frame is read, answered and written by the thread that computes the answer, so an exchange
 * wakes one thread here and not three. All methods belong to the thread that dialled. The host may
 * send one frame before it has been asked for the next, so nothing piles up here.
 */
public final class HostStream {
  /** Largest message either way. */
  public static final int MESSAGE_BYTES_MAX = 1024 * 1024;

  private static final String AUTHORITY = "glovebox-worker";
  private static final long CLOSE_NANOS_MAX = TimeUnit.SECONDS.toNanos(5);

  /** Longest sleep of the loop; whatever arrives ends it earlier. */
  private static final long WAIT_NANOS_MAX = TimeUnit.SECONDS.toNanos(1);

  private final ManagedChannel channel;
  private final ManualIoEventLoop loop;
  private final Incoming incoming;

  private HostStream(ManagedChannel channel, ManualIoEventLoop loop, Incoming incoming) {
    this.channel = channel;
    this.loop = loop;
    this.incoming = incoming;
  }

  /**
   * Dials the host.
   *
   * @param gone runs when the host ends the stream or cannot be reached, but not while the guest
   *     computes: that the host is gone is then seen by the end of stdin
   */
  public static HostStream dial(Path socket, Runnable gone) {
    return attached(
        NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(socket))
            .channelType(NioDomainSocketChannel.class, UnixDomainSocketAddress.class),
        NioIoHandler.newFactory(),
        gone);
  }

  /**
   * Speaks to the host by two streams, which carry nothing else from now on.
   *
   * @param gone as for {@link #dial}, and on another thread at the end of {@code in}
   */
  public static HostStream overStandardStreams(InputStream in, OutputStream out, Runnable gone) {
    return attached(
        NettyChannelBuilder.forAddress(StandardStreams.carry(in, out, gone))
            .channelType(LocalChannel.class, LocalAddress.class),
        LocalIoHandler.newFactory(),
        gone);
  }

  private static HostStream attached(
      NettyChannelBuilder builder, IoHandlerFactory handlers, Runnable gone) {
    ManualIoEventLoop loop = new ManualIoEventLoop(Thread.currentThread(), handlers);
    ManagedChannel channel =
        builder
            .eventLoopGroup(loop)
            .overrideAuthority(AUTHORITY)
            .usePlaintext()
            .directExecutor()
            .disableRetry()
            .proxyDetector(_ -> null)
            .maxInboundMessageSize(MESSAGE_BYTES_MAX)
            .build();
    Incoming incoming = new Incoming(gone);
    WorkerServiceGrpc.newStub(channel).attach(incoming);
    loop.runNow();
    return new HostStream(channel, loop, incoming);
  }

  /** Sends a frame. */
  public void send(WorkerFrame frame) {
    incoming.requests().onNext(frame);
    loop.runNow();
  }

  /** Waits for the host's next frame; empty when the stream has ended. */
  public Optional<HostFrame> take() {
    incoming.requests().request(1);
    while (incoming.frames.isEmpty() && !incoming.ended) {
      loop.run(WAIT_NANOS_MAX);
    }
    return Optional.ofNullable(incoming.frames.poll());
  }

  /** Ends the stream after everything sent has left, or after a few seconds. */
  public void close() {
    incoming.closing = true;
    incoming.requests().onCompleted();
    long until = System.nanoTime() + CLOSE_NANOS_MAX;
    while (!incoming.ended && System.nanoTime() - until < 0) {
      loop.run(WAIT_NANOS_MAX);
    }
    channel.shutdownNow();
    loop.runNow();
  }

  private static final class Incoming implements ClientResponseObserver<WorkerFrame, HostFrame> {
    private final Queue<HostFrame> frames = new ArrayDeque<>();
    private final Runnable gone;
    private boolean ended;
    private boolean closing;
    private @Nullable ClientCallStreamObserver<WorkerFrame> requests;

    Incoming(Runnable gone) {
      this.gone = gone;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<WorkerFrame> stream) {
      requests = stream;
      stream.disableAutoRequestWithInitial(0);
    }

    ClientCallStreamObserver<WorkerFrame> requests() {
      ClientCallStreamObserver<WorkerFrame> stream = requests;
      if (stream == null) {
        throw new IllegalStateException("not dialled");
      }
      return stream;
    }

    @Override
    public void onNext(HostFrame frame) {
      frames.add(frame);
    }

    @Override
    public void onError(Throwable cause) {
      end();
    }

    @Override
    public void onCompleted() {
      end();
    }

    private void end() {
      ended = true;
      if (!closing) {
        gone.run();
      }
    }
  }
}
