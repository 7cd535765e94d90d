package dev.glovebox.host.edge;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The host's gRPC server on one transport; the only class that builds a server.
 *
 * <p>Start-up stops when an RPC stands in no row of the role table.
 */
public final class EdgeServer implements AutoCloseable {
  private static final int CLOSE_SECONDS_MAX = 5;

  private final Server server;
  private final HealthStatusManager health;
  private final EventLoopGroup eventLoop;
  private final ExecutorService calls;

  private EdgeServer(
      Server server, HealthStatusManager health, EventLoopGroup eventLoop, ExecutorService calls) {
    this.server = server;
    this.health = health;
    this.eventLoop = eventLoop;
    this.calls = calls;
  }

  /**
   * Starts to listen.
   *
   * @param hostLimits limits of runs that name none; empty = such runs are refused
   * @param incidentIds names for defects, so that a caller can quote one and the log explain it
   * @throws Refusal CONFIG_INVALID when the folder, the address or a certificate is not usable
   */
  public static EdgeServer start(
      Ports ports, Optional<Sha256> hostLimits, Transport transport, Supplier<String> incidentIds) {
    Failures failures = new Failures(incidentIds);
    HealthStatusManager health = new HealthStatusManager();
    List<ServerServiceDefinition> services =
        List.of(
            new CandidateAdapter(ports.candidates(), ports.analysisOptional()).bindService(),
            new SeriesAdapter(ports.series(), failures).bindService(),
            new RunAdapter(
                    ports.runs(), new SpecReader(hostLimits, ports.analysisOptional()), failures)
                .bindService(),
            new ApprovalAdapter(ports.approvals(), failures).bindService(),
            new CheckAdapter(
                    ports.checks(), new SpecReader(hostLimits, ports.analysisOptional()), failures)
                .bindService(),
            new AuditAdapter(ports.audit()).bindService(),
            health.getHealthService().bindService(),
            ProtoReflectionServiceV1.newInstance().bindService());
    Admission admission =
        new Admission(
            callers(transport), RoleTable.GLOVEBOX_V1, ports.denials(), ports.headroom(), failures);
    return start(services, RoleTable.GLOVEBOX_V1, admission, transport, health);
  }

  /** Starts any services under any table; the table must cover them exactly. */
  static EdgeServer start(
      List<ServerServiceDefinition> services,
      RoleTable roles,
      Admission admission,
      Transport transport,
      HealthStatusManager health) {
    roles.mustCover(services);
    EventLoopGroup eventLoop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    try {
      Server server =
          builder(transport)
              .bossEventLoopGroup(eventLoop)
              .workerEventLoopGroup(eventLoop)
              .executor(calls)
              .intercept(admission)
              .fallbackHandlerRegistry(new NoSuchRpc())
              // Messages are read inside the interceptor, so that one that cannot be gets a code.
              .addServices(
                  services.stream().map(ServerInterceptors::useInputStreamMessages).toList())
              .maxInboundMessageSize(EdgeLimits.MESSAGE_BYTES_MAX)
              .maxInboundMetadataSize(EdgeLimits.METADATA_BYTES_MAX)
              .maxConcurrentCallsPerConnection(EdgeLimits.STREAMS_PER_CONNECTION_MAX)
              .maxRstFramesPerWindow(
                  EdgeLimits.RESETS_PER_WINDOW_MAX, EdgeLimits.RESET_WINDOW_SECONDS)
              .permitKeepAliveTime(EdgeLimits.PING_INTERVAL_SECONDS_MIN, TimeUnit.SECONDS)
              .permitKeepAliveWithoutCalls(false)
              .handshakeTimeout(EdgeLimits.HANDSHAKE_SECONDS_MAX, TimeUnit.SECONDS)
              .build()
              .start();
      return new EdgeServer(server, health, eventLoop, calls);
    } catch (IOException e) {
      stop(eventLoop, calls);
      throw new Refusal(Code.CONFIG_INVALID, "cannot listen: " + e.getMessage());
    } catch (RuntimeException e) {
      stop(eventLoop, calls);
      throw e;
    }
  }

  /** Returns the TCP port of a TLS listener, or -1 on a unix socket. */
  public int port() {
    return server.getPort();
  }

  /** Takes no new connections and calls; running calls go on until {@link #close}. */
  public void refuseNewCalls() {
    if (!server.isShutdown()) {
      health.enterTerminalState();
      server.shutdown();
    }
  }

  /** Refuses new calls, gives running ones some seconds, then ends them. */
  @Override
  public void close() {
    refuseNewCalls();
    try {
      if (!server.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS)) {
        server.shutdownNow();
        server.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
    stop(eventLoop, calls);
  }

  private static void stop(EventLoopGroup eventLoop, ExecutorService calls) {
    eventLoop.shutdownGracefully(0, CLOSE_SECONDS_MAX, TimeUnit.SECONDS).awaitUninterruptibly();
    calls.shutdown();
  }

  private static CallerSource callers(Transport transport) {
    return switch (transport) {
      case Transport.Unix unix -> connection -> Optional.of(unix.caller());
      case Transport.MutualTls tls -> new CertificateCallers(tls.principals());
    };
  }

  private static NettyServerBuilder builder(Transport transport) throws IOException {
    return switch (transport) {
      case Transport.Unix unix -> unixBuilder(unix.socket());
      case Transport.MutualTls tls ->
          NettyServerBuilder.forAddress(resolved(tls.address()))
              .channelType(NioServerSocketChannel.class)
              .sslContext(sslContext(tls));
    };
  }

  private static NettyServerBuilder unixBuilder(Path socket) throws IOException {
    Path folder = socket.toAbsolutePath().getParent();
    if (folder == null
        || !PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))
            .equals("rwx------")) {
      throw new Refusal(Code.CONFIG_INVALID, "the socket's folder must have mode 0700");
    }
    if (socket.toString().getBytes(StandardCharsets.UTF_8).length
        > EdgeLimits.SOCKET_PATH_BYTES_MAX) {
      throw new Refusal(
          Code.CONFIG_INVALID,
          "the socket's path has more than " + EdgeLimits.SOCKET_PATH_BYTES_MAX + " bytes");
    }
    // A socket file that outlived its host; the lock on the data folder says that none lives.
    Files.deleteIfExists(socket);
    PeerCheck peers = new PeerCheck(Files.getOwner(folder));
    return NettyServerBuilder.forAddress(UnixDomainSocketAddress.of(socket))
        .channelFactory(() -> {
          NioServerDomainSocketChannel channel = new NioServerDomainSocketChannel();
          channel.pipeline().addFirst(peers);
          return channel;
        });
  }

  private static SslContext sslContext(Transport.MutualTls tls) {
    try {
      return GrpcSslContexts.configure(
              SslContextBuilder.forServer(tls.certificate().toFile(), tls.key().toFile()),
              SslProvider.JDK)
          .trustManager(tls.clientCa().toFile())
          .clientAuth(ClientAuth.REQUIRE)
          .protocols("TLSv1.3")
          .build();
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal(Code.CONFIG_INVALID, "the TLS certificate, key or CA is not usable");
    }
  }

  private static InetSocketAddress resolved(InetSocketAddress address) {
    if (address.isUnresolved()) {
      throw new Refusal(Code.CONFIG_INVALID, "the TLS address cannot be resolved");
    }
    return address;
  }
}
