package dev.glovebox.session;

import static dev.glovebox.session.RawPeer.CONTINUATION;
import static dev.glovebox.session.RawPeer.DATA;
import static dev.glovebox.session.RawPeer.END_HEADERS;
import static dev.glovebox.session.RawPeer.END_STREAM;
import static dev.glovebox.session.RawPeer.HEADERS;
import static dev.glovebox.session.RawPeer.PING;
import static dev.glovebox.session.RawPeer.RST_STREAM;
import static dev.glovebox.session.RawPeer.SETTINGS;
import static dev.glovebox.session.RawPeer.WINDOW_UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.session.Mailbox.Arrival;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Attacks the stream with raw bytes; what every attack starts with is shown to be let through. */
@Timeout(60)
final class StreamAttacksTest {
  private static final int FLOOD = 1_000_000;
  private static final byte[] EIGHT_BYTES = new byte[8];
  private static final byte[] ONE = {0, 0, 0, 1};
  private static final byte[] CANCEL = {0, 0, 0, 8};
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path scratch;
  private RawPeer peer;
  private WorkerStream stream;

  @BeforeEach
  void connect() throws IOException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(scratch.resolve("s"));
    try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      listener.bind(address);
      peer = new RawPeer(address);
      stream = WorkerStream.serve(listener.accept(), System::nanoTime);
    }
  }

  @AfterEach
  void disconnect() throws IOException {
    peer.close();
    stream.close();
  }

  @Test
  void rawPeerThatBehavesGetsThrough() throws Exception {
    peer.attach().message((byte) 7);
    arrives(7);
    assertThat(stream.send(new byte[] {1, 2, 3})).isTrue();
    assertThat(peer.read(30)).isEqualTo(30);
    peer.message((byte) 8);
    arrives(8);
  }

  @Test
  void pingsEndAtTheirLimit() throws Exception {
    peer.attach().flood(StreamGuard.CONTROL_FRAMES_MAX - 1, PING, 0, 0, EIGHT_BYTES);
    peer.message((byte) 7);
    arrives(7);
    peer.flood(FLOOD, PING, 0, 0, EIGHT_BYTES);
    endsWith(Violation.PING_FLOOD);
  }

  @Test
  void frameOfTheHostGivesReasonForPingsAgain() throws Exception {
    peer.attach().flood(StreamGuard.CONTROL_FRAMES_MAX - 1, PING, 0, 0, EIGHT_BYTES);
    peer.message((byte) 7);
    arrives(7);
    assertThat(stream.send(new byte[] {1})).isTrue();
    peer.flood(StreamGuard.CONTROL_FRAMES_MAX - 1, PING, 0, 0, EIGHT_BYTES).message((byte) 8);
    arrives(8);
  }

  @Test
  void settingsEndAtTheirLimit() throws Exception {
    peer.attach().flood(StreamGuard.SETTINGS_MAX - 1, SETTINGS, 0, 0).message((byte) 7);
    arrives(7);
    peer.flood(FLOOD, SETTINGS, 0, 0);
    endsWith(Violation.SETTINGS_FLOOD);
  }

  @Test
  void windowUpdatesAndEmptyDataEndAtTheirLimit() throws Exception {
    peer.attach().flood(StreamGuard.CONTROL_FRAMES_MAX, WINDOW_UPDATE, 0, 0, ONE);
    peer.message((byte) 7);
    arrives(7);
    peer.flood(FLOOD, DATA, 0, 1);
    endsWith(Violation.CONTROL_FLOOD);
  }

  @Test
  void headersEndAtTheirLimit() throws Exception {
    peer.preface().frame(HEADERS, 0, 1, RawPeer.headers("/x"));
    peer.flood(FLOOD, CONTINUATION, 0, 1);
    endsWith(Violation.HEADERS_FLOOD);
  }

  @Test
  void headersThatAreTooLongAreRefusedBeforeTheyAreDecoded() throws Exception {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(RawPeer.headers("/glovebox.worker.v1.WorkerService/Attach"));
    for (int i = 0; i < 40; i++) {
      RawPeer.header(block, "x-" + i, "y".repeat(100));
    }
    peer.preface().frame(HEADERS, END_HEADERS, 1, block.toByteArray());
    endsWith(Violation.HEADERS_FLOOD);
  }

  @Test
  void headersThatGrowWhenDecodedAreRefused() throws Exception {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(RawPeer.headers("/glovebox.worker.v1.WorkerService/Attach"));
    // One indexed literal, then references of one byte each to it.
    block.write(0x40);
    block.write(1);
    block.write('x');
    block.write(120);
    block.writeBytes("y".repeat(120).getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < 3000; i++) {
      block.write(0x80 | 62);
    }
    peer.preface().frame(HEADERS, END_HEADERS, 1, block.toByteArray());
    endsWith(Violation.HTTP_REFUSED);
  }

  @Test
  void secondStreamIsRefused() throws Exception {
    peer.attach().message((byte) 7);
    arrives(7);
    peer.frame(
        HEADERS, END_HEADERS, 3, RawPeer.headers("/glovebox.worker.v1.WorkerService/Attach"));
    endsWith(Violation.STREAM_SECOND);
  }

  @Test
  void resetIsNamed() throws Exception {
    peer.attach().frame(RST_STREAM, 0, 1, CANCEL);
    endsWith(Violation.STREAM_RESET);
  }

  @Test
  void rapidResetOpensNoSecondStream() throws Exception {
    peer.attach().flood(FLOOD, RST_STREAM, 0, 1, CANCEL);
    endsWith(Violation.STREAM_RESET);
  }

  @Test
  void halfCloseIsNamed() throws Exception {
    peer.attach().frame(DATA, END_STREAM, 1);
    endsWith(Violation.STREAM_HALF_CLOSED);
  }

  @Test
  void messageOfNegativeOrExcessiveLengthIsNamed() throws Exception {
    peer.attach().frame(DATA, 0, 1, (byte) 0, (byte) -1, (byte) -1, (byte) -1, (byte) -1);
    endsWith(Violation.MESSAGE_LENGTH);
  }

  @Test
  void messageOneByteTooLongIsNamed() throws Exception {
    peer.attach().frame(DATA, 0, 1, (byte) 0, (byte) 0, (byte) 0x10, (byte) 0, (byte) 1);
    endsWith(Violation.MESSAGE_LENGTH);
  }

  @Test
  void compressedMessageIsRefused() throws Exception {
    peer.attach().frame(DATA, 0, 1, (byte) 1, (byte) 0, (byte) 0, (byte) 0, (byte) 1, (byte) 0);
    endsWith(Violation.FRAME_UNREADABLE);
  }

  @Test
  void methodThatIsNotServedIsNamed() throws Exception {
    peer.preface().frame(HEADERS, END_HEADERS, 1, RawPeer.headers("/grpc.Reflection/Info"));
    endsWith(Violation.METHOD_UNKNOWN);
  }

  @Test
  void frameOfExcessiveLengthIsRefusedByItsHead() throws Exception {
    peer.attach().bytes((byte) -1, (byte) -1, (byte) -1, (byte) DATA, (byte) 0);
    peer.bytes((byte) 0, (byte) 0, (byte) 0, (byte) 1);
    endsWith(Violation.HTTP_FRAME_LENGTH);
  }

  @Test
  void kindThatNoWorkerSendsIsRefused() throws Exception {
    peer.attach().frame(99, 0, 0);
    endsWith(Violation.HTTP_FRAME_KIND);
  }

  @Test
  void paddedDataIsRefused() throws Exception {
    peer.attach().frame(DATA, 0x8, 1, (byte) 0);
    endsWith(Violation.HTTP_FRAME_KIND);
  }

  @Test
  void garbageIsRefused() throws Exception {
    peer.bytes("GET / HTTP/1.1\r\n\r\n".repeat(20).getBytes(StandardCharsets.UTF_8));
    endsWith(Violation.HTTP_REFUSED);
  }

  @Test
  void closedConnectionIsNoViolationYet() throws Exception {
    peer.attach().message((byte) 7);
    arrives(7);
    peer.close();
    assertThat(stream.take(System.nanoTime() + PATIENCE.toNanos()).end())
        .contains(Mailbox.StreamEnd.CLOSED);
  }

  @Test
  void connectionThatIsResetIsNoViolationEither() throws Exception {
    peer.attach().message((byte) 7);
    arrives(7);
    assertThat(stream.send(new byte[] {1, 2, 3})).isTrue();
    // What the host wrote is there, and is never read: the close becomes a reset.
    assertThat(peer.read(1)).isEqualTo(1);
    Thread.sleep(100);
    peer.close();
    assertThat(stream.take(System.nanoTime() + PATIENCE.toNanos()).end())
        .contains(Mailbox.StreamEnd.CLOSED);
  }

  @Test
  void peerThatAnswersWithoutReadingIsSentNoMoreThanTheWindowAndOneFrame() throws Exception {
    peer.attach();
    byte[] frame = new byte[20_000];
    int taken = 0;
    boolean took = true;
    while (took && taken < 1000) {
      peer.message((byte) 7);
      arrives(7);
      took = stream.send(frame);
      taken += took ? 1 : 0;
    }
    assertThat(took).isFalse();
    // 64 KiB of window, 32 KiB that may wait, and the frame that crossed the line.
    assertThat(taken * frame.length).isLessThan(64 * 1024 + 32 * 1024 + 2 * frame.length);
  }

  private void arrives(int first) {
    Arrival arrival = stream.take(System.nanoTime() + PATIENCE.toNanos());
    assertThat(arrival.end()).isEmpty();
    assertThat(arrival.frame())
        .hasValueSatisfying(frame -> assertThat(frame[0]).isEqualTo((byte) first));
  }

  private void endsWith(Violation violation) {
    Arrival arrival = stream.take(System.nanoTime() + PATIENCE.toNanos());
    assertThat(arrival.end()).contains(Mailbox.StreamEnd.refused(violation));
  }
}
