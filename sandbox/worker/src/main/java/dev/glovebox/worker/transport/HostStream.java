package dev.glovebox.worker.transport;

import dev.glovebox.proto.worker.v1.HostFrame;
import dev.glovebox.proto.worker.v1.WorkerFrame;
import dev.glovebox.proto.worker.v1.WorkerServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one stream to the host, over a unix socket or this process's standard streams.
 *
 * <p>{@link #send} and {@link #take} belong to one thread. The host may send one frame before it
 * has been asked for the next, so nothing piles up here.
 */
public final class HostStream {
  /** Largest message either way. */
  public static final int MESSAGE_BYTES_MAX = 1024 * 1024;

  private static final String AUTHORITY = "glovebox-worker";
  private static final long CLOSE_SECONDS_MAX = 5;

  private final ManagedChannel channel;
  private final EventLoopGroup loop;
  private final Incoming incoming;

  private HostStream(ManagedChannel channel, EventLoopGroup loop, Incoming incoming) {
    this.channel = channel;
    this.loop = loop;
    this.incoming = incoming;
  }

  /**
   * Dials the host.
   *
   * @param gone runs on the event loop when the host ends the stream or cannot be reached; the
   *     guest may be in an endless loop then, so it should end the process
   */
  public static HostStream dial(Path socket, Runnable gone) {
    EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    return attached(
        NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(socket))
            .channelType(NioDomainSocketChannel.class, UnixDomainSocketAddress.class),
        loop,
        gone);
  }

  /**
   * Speaks to the host by this process's standard streams, which carry nothing else from now on.
   *
   * @param gone as for {@link #dial}
   */
  public static HostStream overStandardStreams(InputStream in, OutputStream out, Runnable gone) {
    EventLoopGroup loop = new MultiThreadIoEventLoopGroup(2, LocalIoHandler.newFactory());
    return attached(
        NettyChannelBuilder.forAddress(StandardStreams.carry(in, out, loop))
            .channelType(LocalChannel.class, LocalAddress.class),
        loop,
        gone);
  }

  private static HostStream attached(
      NettyChannelBuilder builder, EventLoopGroup loop, Runnable gone) {
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
    return new HostStream(channel, loop, incoming);
  }

  /** Sends a frame. */
  public void send(WorkerFrame frame) {
    incoming.requests().onNext(frame);
  }

  /** Waits for the host's next frame; empty when the stream has ended. */
  public Optional<HostFrame> take() throws InterruptedException {
    incoming.requests().request(1);
    return incoming.frames.take();
  }

  /** Ends the stream after everything sent has left, or after a few seconds. */
  @SuppressWarnings("CheckReturnValue") // the process ends next, whether or not this was in time
  public void close() throws InterruptedException {
    incoming.closing = true;
    incoming.requests().onCompleted();
    incoming.ended.await(CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
    channel.shutdownNow();
    loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).await(CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
  }

  private static final class Incoming implements ClientResponseObserver<WorkerFrame, HostFrame> {
    private final BlockingQueue<Optional<HostFrame>> frames = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Runnable gone;
    private volatile boolean closing;
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
      frames.add(Optional.of(frame));
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
      ended.countDown();
      frames.add(Optional.empty());
      if (!closing) {
        gone.run();
      }
    }
  }
}
