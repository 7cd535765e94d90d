package dev.glovebox.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.session.Mailbox.Arrival;
import dev.glovebox.session.Mailbox.StreamEnd;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class MailboxTest {
  private final AtomicLong now = new AtomicLong();
  private Runnable waits = () -> {};
  private final Mailbox mailbox = new Mailbox(now::get, _ -> waits.run());

  @Test
  void framesComeBeforeTheEnd() {
    mailbox.put(new byte[] {1});
    mailbox.end(StreamEnd.refused(Violation.STREAM_RESET));
    mailbox.end(StreamEnd.CLOSED);
    assertThat(mailbox.take(10).frame()).contains(new byte[] {1});
    assertThat(mailbox.take(10))
        .isEqualTo(
            new Arrival(Optional.empty(), Optional.of(StreamEnd.refused(Violation.STREAM_RESET))));
  }

  @Test
  void deadlineIsThatOfTheGivenClock() {
    now.set(10);
    assertThat(mailbox.take(10)).isEqualTo(Arrival.LATE);
  }

  @Test
  void roomEndsAtTheLimitAndComesBack() {
    mailbox.put(new byte[Mailbox.WAITING_BYTES_MAX - Mailbox.FRAME_COST_BYTES]);
    assertThat(mailbox.hasRoom()).isTrue();
    mailbox.put(new byte[1]);
    assertThat(mailbox.hasRoom()).isFalse();
    assertThat(mailbox.poll()).isPresent();
    assertThat(mailbox.hasRoom()).isTrue();
  }

  @Test
  void emptyFramesFillTheRoomToo() {
    int frames = 0;
    while (mailbox.hasRoom() && frames < Mailbox.WAITING_BYTES_MAX) {
      mailbox.put(new byte[0]);
      frames++;
    }
    assertThat(frames).isEqualTo(Mailbox.WAITING_BYTES_MAX / Mailbox.FRAME_COST_BYTES + 1);
  }

  @Test
  void interruptIsKeptAndDoesNotShortenTheWait() {
    // A selector does not sleep on an interrupted thread: the loop would spin.
    waits =
        () -> {
          assertThat(Thread.currentThread().isInterrupted()).isFalse();
          mailbox.put(new byte[] {2});
        };
    Thread.currentThread().interrupt();
    assertThat(mailbox.take(Long.MAX_VALUE).frame()).contains(new byte[] {2});
    assertThat(Thread.interrupted()).isTrue();
  }
}
