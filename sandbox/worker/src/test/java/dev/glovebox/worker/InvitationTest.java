package dev.glovebox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvitationTest {
  private static final String NONCE = "0f".repeat(32);

  @Test
  void readsNonceAndSocket() throws IOException {
    Invitation invitation = read(NONCE + "\n/run/h.sock\n").orElseThrow();
    assertThat(invitation.nonce().size()).isEqualTo(Invitation.NONCE_BYTES);
    assertThat(invitation.nonce().byteAt(31)).isEqualTo((byte) 0x0f);
    assertThat(invitation.socket()).isEqualTo(Path.of("/run/h.sock"));
  }

  @Test
  void knowsWhenThereIsNoSocketAndLeavesWhatFollowsUnread() throws IOException {
    ByteArrayInputStream in =
        new ByteArrayInputStream((NONCE + "\n-\nPRI").getBytes(StandardCharsets.UTF_8));
    assertThat(Invitation.read(in).orElseThrow().byStandardStreams()).isTrue();
    assertThat(in.readAllBytes()).asString().isEqualTo("PRI");
    assertThat(read(NONCE + "\n/run/-\n").orElseThrow().byStandardStreams()).isFalse();
  }

  @Test
  void knowsForHowManyRunsItIs() throws IOException {
    assertThat(read(NONCE + "\n/run/h.sock\n").orElseThrow().seats()).isEqualTo(1);
    assertThat(read(NONCE + " 32\n/run/h.sock\n").orElseThrow().seats())
        .isEqualTo(Invitation.SEATS_MAX);
    assertThat(read(NONCE + " 33\n/run/h.sock\n")).isEmpty();
    assertThat(read(NONCE + " 0\n/run/h.sock\n")).isEmpty();
    assertThat(read(NONCE + " x\n/run/h.sock\n")).isEmpty();
    assertThat(read(NONCE + " 2\n-\n")).isEmpty();
  }

  @Test
  void refusesAnythingElse() throws IOException {
    assertThat(read("")).isEmpty();
    assertThat(read(NONCE + "\n")).isEmpty();
    assertThat(read(NONCE.substring(2) + "\n/run/h.sock\n")).isEmpty();
    assertThat(read("xx".repeat(32) + "\n/run/h.sock\n")).isEmpty();
  }

  private static Optional<Invitation> read(String text) throws IOException {
    return Invitation.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
