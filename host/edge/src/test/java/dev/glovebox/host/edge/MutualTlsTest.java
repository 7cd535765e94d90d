package dev.glovebox.host.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.glovebox.host.identity.Principals;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.proto.api.v1.AuditServiceGrpc;
import dev.glovebox.proto.api.v1.GetCheckpointRequest;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in over mutual TLS, with real certificates over a real connection. */
@Timeout(60)
final class MutualTlsTest {
  private static final String ORIGIN = "glovebox-0123456789abcdef";
  private static final String AUDITOR = "glovebox://" + ORIGIN + "/teams/alpha/principals/audrey";

  @TempDir static Path folder;
  @TempDir static Path foreignFolder;

  private static TestPki pki;
  private static final MemoryHost HOST = new MemoryHost();
  private static EdgeServer server;
  private static MultiThreadIoEventLoopGroup loop;

  @BeforeAll
  static void start() throws Exception {
    pki = new TestPki(folder);
    pki.issue("host", TestPki.dns("glovebox-host"));
    server =
        EdgeServer.start(
            HOST.ports(false),
            Optional.empty(),
            new Transport.MutualTls(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                pki.certificate("host"),
                pki.key("host"),
                pki.caFile(),
                new Principals(
                    ORIGIN,
                    List.of(
                        new Principals.Principal(
                            "audrey", new TeamId("alpha"), Set.of(Role.AUDITOR)),
                        new Principals.Principal("bob", new TeamId("alpha"), Set.of(Role.AGENT))))),
            () -> "incident");
    loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  }

  @AfterAll
  static void stop() {
    server.close();
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  @Test
  void letsInAKnownPrincipalWithItsRoles() throws Exception {
    pki.issue("audrey", TestPki.uri(AUDITOR));
    assertThat(checkpoint(identity(pki, "audrey"))).isEqualTo("note");
  }

  @Test
  void givesNoMoreThanTheRolesOfTheConfiguration() throws Exception {
    pki.issue("bob", TestPki.uri(AUDITOR.replace("audrey", "bob")));
    assertThat(denied(identity(pki, "bob"))).isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(HOST.denials).anyMatch(told -> told.startsWith("alpha/bob glovebox.v1."));
  }

  @Test
  void refusesAPrincipalThatIsNotConfigured() throws Exception {
    pki.issue("carol", TestPki.uri(AUDITOR.replace("audrey", "carol")));
    assertThat(denied(identity(pki, "carol"))).isEqualTo(Status.Code.UNAUTHENTICATED);
    assertThat(HOST.denials).as("strangers leave nothing").noneMatch(told -> !isBob(told));
  }

  private static boolean isBob(String told) {
    return told.startsWith("alpha/bob ");
  }

  @Test
  void refusesACertificateOfAnotherOrigin() throws Exception {
    pki.issue("other", TestPki.uri(AUDITOR.replace("0123", "3210")));
    assertThat(denied(identity(pki, "other"))).isEqualTo(Status.Code.UNAUTHENTICATED);
  }

  @Test
  void refusesACertificateWithASecondName() throws Exception {
    pki.issue("two", TestPki.uri(AUDITOR), TestPki.dns("glovebox-host"));
    assertThat(denied(identity(pki, "two"))).isEqualTo(Status.Code.UNAUTHENTICATED);
  }

  @Test
  void refusesTheHostsOwnCertificateAsAClient() {
    assertThat(denied(identity(pki, "host"))).isEqualTo(Status.Code.UNAUTHENTICATED);
  }

  @Test
  void refusesAPeerWithoutCertificate() {
    assertThat(denied(tls -> {})).isEqualTo(Status.Code.UNAVAILABLE);
  }

  @Test
  void refusesACertificateOfAForeignAuthority() throws Exception {
    TestPki foreign = new TestPki(foreignFolder);
    foreign.issue("audrey", TestPki.uri(AUDITOR));
    assertThat(denied(identity(foreign, "audrey"))).isEqualTo(Status.Code.UNAVAILABLE);
  }

  @Test
  void refusesAnOlderTlsVersion() throws Exception {
    pki.issue("audrey12", TestPki.uri(AUDITOR));
    assertThat(denied(identity(pki, "audrey12").andThen(tls -> tls.protocols("TLSv1.2"))))
        .isEqualTo(Status.Code.UNAVAILABLE);
  }

  @Test
  void refusesPlaintext() {
    ManagedChannel channel = builder().usePlaintext().build();
    assertThat(deniedOn(channel)).isEqualTo(Status.Code.UNAVAILABLE);
  }

  private static Consumer<SslContextBuilder> identity(TestPki authority, String name) {
    return tls ->
        tls.keyManager(authority.certificate(name).toFile(), authority.key(name).toFile());
  }

  private static String checkpoint(Consumer<SslContextBuilder> identity) throws Exception {
    ManagedChannel channel = channel(identity);
    try {
      return call(channel);
    } finally {
      channel.shutdownNow();
    }
  }

  private static Status.Code denied(Consumer<SslContextBuilder> identity) {
    return deniedOn(channel(identity));
  }

  private static Status.Code deniedOn(ManagedChannel channel) {
    try {
      return catchThrowableOfType(StatusRuntimeException.class, () -> call(channel))
          .getStatus()
          .getCode();
    } finally {
      channel.shutdownNow();
    }
  }

  private static String call(ManagedChannel channel) {
    return AuditServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(20, TimeUnit.SECONDS)
        .getCheckpoint(GetCheckpointRequest.newBuilder().setParent("teams/alpha").build())
        .getSignedNote();
  }

  private static NettyChannelBuilder builder() {
    return NettyChannelBuilder.forAddress(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()))
        .channelType(NioSocketChannel.class)
        .eventLoopGroup(loop)
        .overrideAuthority("glovebox-host");
  }

  private static ManagedChannel channel(Consumer<SslContextBuilder> identity) {
    SslContextBuilder tls =
        GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK)
            .trustManager(pki.caFile().toFile())
            .protocols("TLSv1.3");
    identity.accept(tls);
    try {
      return builder().sslContext(tls.build()).build();
    } catch (javax.net.ssl.SSLException e) {
      throw new IllegalStateException(e);
    }
  }
}
