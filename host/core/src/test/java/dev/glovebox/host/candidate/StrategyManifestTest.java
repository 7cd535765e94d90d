package dev.glovebox.host.candidate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.UntrustedText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StrategyManifestTest {
  private static final StrategyManifest MANIFEST =
      new StrategyManifest(
          text("Cross"),
          List.of(new StrategyManifest.Parameter(text("fast"), text("int"), text("5"))),
          List.of(new StrategyManifest.Order(text("buy"), text("market"))),
          List.of(text("SMA")),
          List.of(text("AAPL")),
          text("20"),
          List.of(text("glovebox")),
          List.of(text("on_bar")),
          3);

  private static UntrustedText text(String raw) {
    return new UntrustedText(raw);
  }

  @Test
  void hasOneForm() {
    assertThat(new String(MANIFEST.bytes(), UTF_8))
        .isEqualTo(
            "{\"hooks\":[\"on_bar\"],\"imports\":[\"glovebox\"],\"indicators\":[\"SMA\"],"
                + "\"instruments\":[\"AAPL\"],\"omitted\":3,"
                + "\"orders\":[{\"call\":\"buy\",\"type\":\"market\"}],"
                + "\"parameters\":[{\"default\":\"5\",\"name\":\"fast\",\"type\":\"int\"}],"
                + "\"strategy\":\"Cross\",\"v\":1,\"warm_up\":\"20\"}");
    assertThat(StrategyManifest.parse(MANIFEST.bytes())).isEqualTo(MANIFEST);
    assertThat(MANIFEST.isComplete()).isFalse();
    assertThat(StrategyManifest.parse(StrategyManifest.EMPTY.bytes()))
        .isEqualTo(StrategyManifest.EMPTY);
    assertThat(StrategyManifest.EMPTY.isComplete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"v\":1", "\"omitted\":3", "\"Cross\"", "[\"SMA\"]", "\"buy\""})
  void readsNoOtherForm(String part) {
    String whole = new String(MANIFEST.bytes(), UTF_8);
    String other = whole.replace(part, part.startsWith("\"v") ? "\"v\":2" : "7");
    assertThatThrownBy(() -> StrategyManifest.parse(other.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(Code.AUDIT_PAYLOAD_MISMATCH));
  }
}
