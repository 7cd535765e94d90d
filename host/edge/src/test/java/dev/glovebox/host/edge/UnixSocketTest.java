package dev.glovebox.host.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a unix socket must be before the host listens on it. */
@Timeout(60)
final class UnixSocketTest {
  @Test
  void refusesAFolderThatOthersMayEnter() throws Exception {
    Path folder = TestEdge.privateFolder();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x--x"));
    assertThatThrownBy(() -> listen(folder.resolve("host.sock")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("0700");
  }

  @Test
  void takesAPathOfTheLargestLengthAndNotOneByteMore() throws Exception {
    Path folder = TestEdge.privateFolder();
    int room = EdgeLimits.SOCKET_PATH_BYTES_MAX - bytes(folder) - 1;
    listen(folder.resolve("s".repeat(room))).close();
    assertThatThrownBy(() -> listen(folder.resolve("s".repeat(room + 1))))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("100 bytes");
  }

  @Test
  void replacesTheSocketFileOfAHostThatDied() throws Exception {
    Path socket = TestEdge.privateFolder().resolve("host.sock");
    Files.createFile(socket);
    listen(socket).close();
  }

  @Test
  void closesTheConnectionOfAnotherUser() throws Exception {
    // The peer of this test is its own user: with any other owner it is a stranger.
    Path file = Files.createTempFile("owner", "");
    PeerCheck strict = new PeerCheck(() -> "somebody else");
    PeerCheck own = new PeerCheck(Files.getOwner(file));
    assertThat(PeerProbe.admitted(strict)).isFalse();
    assertThat(PeerProbe.admitted(own)).isTrue();
  }

  @Test
  void noOtherClassOfTheHostBuildsAServer() throws IOException {
    Path host = Path.of(System.getProperty("glovebox.root"), "host");
    try (Stream<Path> files = Files.walk(host)) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".java"))
                  .filter(file -> file.toString().contains("/src/main/"))
                  .filter(UnixSocketTest::namesAServer)
                  .map(file -> file.getFileName().toString()))
          .containsExactly("EdgeServer.java");
    }
  }

  private static boolean namesAServer(Path file) {
    try {
      String source = Files.readString(file);
      return Stream.of(
              "ServerBuilder",
              "ServerSocketChannel",
              "ServerSocket",
              "HttpServer",
              "ServerDomainSocketChannel",
              "InsecureServerCredentials")
          .anyMatch(source::contains);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EdgeServer listen(Path socket) {
    return EdgeServer.start(
        new MemoryHost().ports(true),
        Optional.empty(),
        new Transport.Unix(socket, new Caller(TestEdge.TEAM, "local:somebody", Set.of(Role.AGENT))),
        () -> "incident");
  }

  private static int bytes(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
