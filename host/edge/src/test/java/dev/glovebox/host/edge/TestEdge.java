package dev.glovebox.host.edge;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A server on a unix socket of its own, with a client that is connected to it. */
final class TestEdge implements AutoCloseable {
  static final TeamId TEAM = new TeamId("alpha");
  static final String INCIDENT = "incident-7";

  final MemoryHost host = new MemoryHost();
  final ManagedChannel channel;
  private final Path folder;
  private final EdgeServer server;
  private final MultiThreadIoEventLoopGroup clientLoop =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  TestEdge(Role... roles) {
    this(true, Optional.of(Sha256.of(new byte[] {9})), roles);
  }

  TestEdge(boolean analysisOptional, Optional<Sha256> hostLimits, Role... roles) {
    folder = privateFolder();
    Path socket = folder.resolve("host.sock");
    server =
        EdgeServer.start(
            host.ports(analysisOptional),
            hostLimits,
            new Transport.Unix(socket, new Caller(TEAM, "alpha/builder", Set.of(roles))),
            () -> INCIDENT);
    channel =
        NettyChannelBuilder.forAddress(UnixDomainSocketAddress.of(socket))
            .channelType(NioDomainSocketChannel.class)
            .eventLoopGroup(clientLoop)
            .usePlaintext()
            .build();
  }

  static Path privateFolder() {
    try {
      return Files.createTempDirectory(
          "gb", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.close();
    clientLoop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    try {
      Files.deleteIfExists(folder.resolve("host.sock"));
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
