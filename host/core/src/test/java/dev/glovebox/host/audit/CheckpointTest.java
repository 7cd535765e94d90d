package dev.glovebox.host.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A checkpoint comes from a file that anyone may have written. */
final class CheckpointTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "\n\n",
        "\n\n\n",
        "log\n3\nroot\n\n",
        "log\n3\nroot\n\n\n",
        "log\n3\nroot\n\n— ",
        "log\n3\nroot\n\n— key\n",
        "log\n3\nroot\n\n— key AAAA\n",
        "log\n3\nroot\n\n— key !\n"
      })
  void refusesWhatIsNoCheckpointByName(String note) {
    assertThatThrownBy(() -> Checkpoint.parse(note)).isInstanceOf(IllegalArgumentException.class);
  }
}
