package dev.glovebox.jail.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.ProcessExit;
import dev.glovebox.jail.launch.BuiltJailTest;
import dev.glovebox.jail.launch.JailSettings;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OciJailTest extends BuiltJailTest {
  @Override
  protected Jail open(JailSettings settings) {
    OciProbe.Outcome outcome = OciProbe.open(settings, OciProbe.DEFAULT_RUNTIME);
    assumeTrue(
        outcome.jail().isPresent(), () -> "missing capability runc: " + outcome.probe().missing());
    return outcome.jail().orElseThrow();
  }

  @Test
  void carriesTheStreamOfAChildThatHasNoSocket() throws IOException {
    Path socket = Files.createTempDirectory("gbo").resolve("s");
    try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      listener.bind(UnixDomainSocketAddress.of(socket));
      try (JailedProcess child = start("echo", Optional.of(socket))) {
        assertThat(child.socket()).contains(JailedProcess.STANDARD_STREAMS);
        child.stdin().write("first ".getBytes(StandardCharsets.UTF_8));
        child.stdin().flush();
        try (SocketChannel host = listener.accept()) {
          assertThat(read(host, "first ".length())).isEqualTo("first ");
          host.write(ByteBuffer.wrap("second".getBytes(StandardCharsets.UTF_8)));
          assertThat(read(host, "second".length())).isEqualTo("second");
        }
        // The host's end is the child's end of input.
        assertThat(child.awaitExit(Duration.ofSeconds(60)))
            .contains(new ProcessExit(0, Optional.empty()));
      }
    } finally {
      Files.deleteIfExists(socket);
      Files.deleteIfExists(socket.getParent());
    }
  }

  private static String read(SocketChannel from, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining() && from.read(buffer) >= 0) {
      // Until all is there.
    }
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
  }
}
