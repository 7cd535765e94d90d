package dev.glovebox.host.app.client;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import io.grpc.ManagedChannel;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** One connection to a host, with an event loop of its own. */
final class Channels implements AutoCloseable {
  private static final int MESSAGE_BYTES_MAX = 4 * 1024 * 1024;
  private static final int METADATA_BYTES_MAX = 16 * 1024;
  private static final int CLOSE_SECONDS_MAX = 5;

  private final EventLoopGroup eventLoop =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final ManagedChannel channel;

  Channels(HostAddress address) {
    channel =
        builder(address)
            .eventLoopGroup(eventLoop)
            .maxInboundMessageSize(MESSAGE_BYTES_MAX)
            .maxInboundMetadataSize(METADATA_BYTES_MAX)
            .build();
  }

  ManagedChannel channel() {
    return channel;
  }

  @Override
  public void close() {
    channel.shutdownNow();
    try {
      channel.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    eventLoop.shutdownGracefully(0, CLOSE_SECONDS_MAX, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private static NettyChannelBuilder builder(HostAddress address) {
    return switch (address) {
      case HostAddress.Unix(Path socket) ->
          NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(socket))
              .channelType(NioDomainSocketChannel.class)
              .usePlaintext();
      case HostAddress.Tls(String host, int port, Path identity) ->
          NettyChannelBuilder.forAddress(host, port)
              .channelType(NioSocketChannel.class)
              .overrideAuthority(HostAddress.HOST_NAME)
              .sslContext(tls(identity));
    };
  }

  private static SslContext tls(Path identity) {
    try {
      return GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK)
          .keyManager(
              identity.resolve("certificate.pem").toFile(), identity.resolve("key.pem").toFile())
          .trustManager(identity.resolve("ca.pem").toFile())
          .protocols("TLSv1.3")
          .build();
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal(
          Code.FILE_UNREADABLE,
          identity + " must hold a usable certificate.pem, key.pem and ca.pem");
    }
  }
}
