package dev.glovebox.host.app.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits are written down key by key, or refused. */
final class LimitsFileTest {
  private static final Path COMMITTED =
      Path.of(
          Objects.requireNonNull(System.getProperty("glovebox.root")), LimitsFile.COMMITTED_NAME);

  @TempDir Path folder;

  @Test
  void readsTheCommittedFileAndNamesItByItsBytes() throws Exception {
    LimitsFile file = LimitsFile.read(COMMITTED);
    assertThat(file.hash()).isEqualTo(Sha256.of(Files.readAllBytes(COMMITTED)));
    assertThat(file.limits().json().text())
        .isEqualTo(
            "{\"drawdown_max\":\"1\",\"instruments\":\"those of the run\",\"notional_max\":"
                + "\"1000000000000\",\"notional_min\":\"0\",\"orders_per_bar_max\":256,"
                + "\"orders_per_day_max\":\"off\",\"orders_per_minute_max\":\"off\","
                + "\"position_notional_max\":\"1000000000000\",\"price_collar\":\"1\","
                + "\"quantity_max\":\"1000000000000\",\"quantity_min\":\"0.00000001\","
                + "\"reserve_buffer\":\"0\",\"version\":1}");
  }

  @Test
  void refusesEveryMissingKey() throws Exception {
    for (String line : Files.readAllLines(COMMITTED)) {
      if (line.contains("=")) {
        String without = Files.readString(COMMITTED).replace(line + "\n", "");
        refuses(without, Code.LIMITS_MISSING, line.substring(0, line.indexOf(' ')));
      }
    }
  }

  @Test
  void refusesAnUnknownKeyAndAFloat() throws Exception {
    refuses(Files.readString(COMMITTED) + "more = 1\n", Code.LIMITS_INVALID, "unknown key");
    refuses(
        Files.readString(COMMITTED).replace("\"0\"", "0.5"), Code.LIMITS_INVALID, "reserve_buffer");
  }

  private void refuses(String text, Code code, String sentence) throws IOException {
    Path file = folder.resolve("limits.toml");
    Files.writeString(file, text);
    assertThatThrownBy(() -> LimitsFile.read(file))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.sentence()).contains(sentence);
            });
  }
}
