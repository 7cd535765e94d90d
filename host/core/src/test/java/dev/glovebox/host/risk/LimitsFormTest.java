package dev.glovebox.host.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LimitsFormTest {
  @Test
  void readsTheResearchLimitsAndWritesThemBack() {
    Limits limits = LimitsForm.read(Json.of(TestLimits.research()));
    assertThat(limits.json()).isEqualTo(Json.of(TestLimits.research()));
    assertThat(limits.hash()).isNotEqualTo(TestLimits.with("drawdown_max", "0.5").hash());
    assertThat(limits.ordersPerDayMax()).isEmpty();
  }

  @Test
  void refusesEachMissingKey() {
    for (String key : TestLimits.research().keySet()) {
      Map<String, Json> form = TestLimits.research();
      form.remove(key);
      assertRefused(Code.LIMITS_MISSING, key, form);
    }
  }

  @Test
  void refusesBadValuesAndUnknownKeys() {
    refuses("version", Json.of(2));
    refuses("price_collar", Json.of("-0.1"));
    refuses("price_collar", Json.of("1.0"));
    refuses("price_collar", Json.of(1));
    refuses("quantity_min", Json.of("0"));
    refuses("drawdown_max", Json.of("1.01"));
    refuses("orders_per_bar_max", Json.of("off"));
    refuses("orders_per_bar_max", Json.of(-1));
    refuses("orders_per_day_max", Json.of("none"));
    refuses("instruments", Json.of("all"));
    refuses("instruments", Json.of(List.of(Json.of("A"), Json.of("A"))));
    refuses("surprise", Json.of("1"));
  }

  private static void refuses(String key, Json value) {
    Map<String, Json> form = TestLimits.research();
    form.put(key, value);
    assertRefused(Code.LIMITS_INVALID, key.equals("surprise") ? "unknown key" : key, form);
  }

  private static void assertRefused(Code code, String named, Map<String, Json> form) {
    assertThatThrownBy(() -> LimitsForm.read(Json.of(form)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.sentence()).contains(named);
            });
  }
}
