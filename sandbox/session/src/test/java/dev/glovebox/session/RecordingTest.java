package dev.glovebox.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.jail.WorkerEnd;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordingTest {
  private static final Duration WALL = Duration.ofSeconds(10);
  private static final int EXCHANGE_BYTES = 2 * Integer.BYTES + 1 + 32;

  @TempDir Path folder;

  @Test
  void tellsWhatWasAskedAndHashesWhatWasSaidAndGoesOn() throws Exception {
    Path file = folder.resolve("r");
    try (Recording recording = Recording.to(file, Recording.BYTES_MAX)) {
      exchange(recording, "a", "log of a", "answer to a");
      exchange(recording, "b", "answer to b");
      assertThat(told(recording))
          .containsExactly(
              "a 10000 " + sha256("log of a", "answer to a"), "b 10000 " + sha256("answer to b"));
      // It has no name from its beginning on, so nothing of it is left by a host that is killed.
      assertThat(file).doesNotExist();
      exchange(recording, "c", "answer to c");
      assertThat(told(recording)).hasSize(3);
      assertThat(recording.answers()).isEqualTo(3);
      assertThat(recording.pending()).isEmpty();
    }
  }

  @Test
  void whatHadNoAnswerIsPendingAndItsBeginningForgotten() throws Exception {
    try (Recording recording = Recording.to(folder.resolve("r"), Recording.BYTES_MAX)) {
      recording.asked(bytes("a"), WALL);
      recording.heard(bytes("half of"));
      assertThat(recording.pending()).isPresent();
      assertThat(told(recording)).isEmpty();
      recording.forgetUnanswered();
      recording.heard(bytes("all of it"));
      recording.answered();
      assertThat(told(recording)).containsExactly("a 10000 " + sha256("all of it"));
    }
  }

  @Test
  void whoStopsListeningHalfWayLeavesItWhole() throws Exception {
    try (Recording recording = Recording.to(folder.resolve("r"), Recording.BYTES_MAX)) {
      // More than is read ahead.
      exchange(recording, "a".repeat(1 << 20), "x");
      exchange(recording, "b".repeat(1 << 20), "y");
      EndedException died = EndedException.seen(WorkerEnd.SIBLING_ENDED, "it died");
      assertThatThrownBy(() ->
              recording.tell((_, _) -> {
                throw died;
              }))
          .isSameAs(died);
      exchange(recording, "c", "z");
      assertThat(told(recording)).hasSize(3);
    }
  }

  @Test
  void beyondItsLimitNothingCanBeToldAgain() {
    try (Recording recording = Recording.to(folder.resolve("r"), 2 * EXCHANGE_BYTES)) {
      exchange(recording, "a", "x");
      exchange(recording, "b", "y");
      assertThat(recording.whole()).isTrue();
      exchange(recording, "c", "z");
      assertThat(recording.whole()).isFalse();
      exchange(recording, "d", "z");
      assertThat(recording.whole()).isFalse();
    }
  }

  @Test
  void aDiskThatFailsEndsTheRecordingAndNothingElse() {
    try (Recording recording = Recording.to(folder.resolve("missing/r"), Recording.BYTES_MAX)) {
      exchange(recording, "a", "x");
      assertThat(recording.whole()).isFalse();
    }
    assertThat(Recording.none().whole()).isFalse();
  }

  private static void exchange(Recording recording, String asked, String... said) {
    recording.asked(bytes(asked), WALL);
    for (String frame : said) {
      recording.heard(bytes(frame));
    }
    recording.answered();
  }

  private static List<String> told(Recording recording) throws EndedException {
    List<String> told = new ArrayList<>();
    assertThat(
            recording.tell((asked, said) ->
                told.add(
                    asked.frame().toStringUtf8()
                        + " "
                        + asked.wall().toMillis()
                        + " "
                        + HexFormat.of().formatHex(said))))
        .isTrue();
    return told;
  }

  private static String sha256(String... said) {
    var digest = Recording.digest();
    for (String frame : said) {
      digest.update(bytes(frame));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
