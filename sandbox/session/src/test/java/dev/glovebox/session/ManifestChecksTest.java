package dev.glovebox.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.proto.worker.v1.StrategyManifest;
import dev.glovebox.proto.worker.v1.StrategyOrder;
import dev.glovebox.proto.worker.v1.StrategyParameter;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an analysis process may say in a manifest; each refusal beside what passes. */
final class ManifestChecksTest {
  private static StrategyManifest.Builder honest() {
    return StrategyManifest.newBuilder()
        .setStrategy("S")
        .addParameters(parameter("fast", "int", "5"))
        .addOrders(order("buy", "market"))
        .addOrders(order("cancel", ""))
        .addIndicators("SMA")
        .addInstruments("AAPL")
        .setWarmUp("20")
        .addImports("glovebox")
        .addHooks("on_bar");
  }

  private static StrategyParameter parameter(String name, String type, String text) {
    return StrategyParameter.newBuilder().setName(name).setType(type).setDefaultText(text).build();
  }

  private static StrategyOrder order(String call, String type) {
    return StrategyOrder.newBuilder().setCall(call).setType(type).build();
  }

  private static void passes(Consumer<StrategyManifest.Builder> change) throws HelperException {
    StrategyManifest.Builder manifest = honest();
    change.accept(manifest);
    assertThat(ManifestChecks.checked("python", manifest.build())).isNotNull();
  }

  private static void refused(Consumer<StrategyManifest.Builder> change) {
    StrategyManifest.Builder manifest = honest();
    change.accept(manifest);
    assertThatThrownBy(() -> ManifestChecks.checked("python", manifest.build()))
        .isInstanceOf(HelperException.class)
        .hasMessageContaining("a manifest outside its bounds");
  }

  @Test
  void takesWhatIsInOrder() throws HelperException {
    dev.glovebox.session.StrategyManifest manifest =
        ManifestChecks.checked("python", honest().build());
    assertThat(manifest.parameters())
        .containsExactly(new dev.glovebox.session.StrategyManifest.Parameter("fast", "int", "5"));
    assertThat(manifest.orders()).hasSize(2);
    passes(StrategyManifest.Builder::clear);
  }

  @Test
  void boundsNumbers() throws HelperException {
    passes(manifest -> fill(manifest, ManifestChecks.PARAMETERS_MAX));
    refused(manifest -> fill(manifest, ManifestChecks.PARAMETERS_MAX + 1));
    passes(manifest -> manifest.clearImports().addAllImports(names(ManifestChecks.NAMES_MAX)));
    refused(manifest -> manifest.clearImports().addAllImports(names(ManifestChecks.NAMES_MAX + 1)));
    refused(manifest ->
        manifest.clearIndicators().addAllIndicators(names(ManifestChecks.NAMES_MAX + 1)));
    refused(manifest ->
        manifest.clearInstruments().addAllInstruments(names(ManifestChecks.NAMES_MAX + 1)));
    refused(manifest -> manifest.setOmitted(-1));
  }

  private static void fill(StrategyManifest.Builder manifest, int count) {
    manifest.clearParameters();
    names(count).forEach(name -> manifest.addParameters(parameter(name, "int", "1")));
  }

  private static Iterable<String> names(int count) {
    return IntStream.range(1_000, 1_000 + count).mapToObj(i -> "n" + i).toList();
  }

  @Test
  void boundsTexts() throws HelperException {
    String name = "a".repeat(ManifestChecks.NAME_BYTES_MAX);
    String text = "a".repeat(ManifestChecks.TEXT_BYTES_MAX);
    passes(manifest -> manifest.setStrategy(name));
    refused(manifest -> manifest.setStrategy(name + "a"));
    passes(manifest -> manifest.setWarmUp(text));
    refused(manifest -> manifest.setWarmUp(text + "a"));
    passes(manifest -> manifest.setParameters(0, parameter(name, "str", text)));
    refused(manifest -> manifest.setParameters(0, parameter(name + "a", "str", text)));
    refused(manifest -> manifest.setParameters(0, parameter(name, "str", text + "a")));
    refused(manifest ->
        manifest.setParameters(0, parameter("\u20ac".repeat(43), "str", ""))); // 129 bytes
    passes(manifest -> manifest.setInstruments(0, name));
    refused(manifest -> manifest.setInstruments(0, name + "a"));
    refused(manifest -> manifest.setIndicators(0, name + "a"));
    refused(manifest -> manifest.setImports(0, name + "a"));
  }

  @Test
  void takesNoOtherWordsThanThereAre() throws HelperException {
    refused(manifest -> manifest.addParameters(parameter("slow", "long", "1")));
    refused(manifest -> manifest.addOrders(order("steal", "market")));
    refused(manifest -> manifest.setOrders(0, order("buy", "")));
    refused(manifest -> manifest.setOrders(1, order("cancel", "market")));
    refused(manifest -> manifest.setHooks(0, "on_everything"));
    passes(manifest -> manifest.setHooks(0, "on_stop"));
  }

  @Test
  void takesTheWordsOfTheLanguageThatWasAskedFor() throws HelperException {
    StrategyManifest java = honest().setHooks(0, "onBar").setImports(0, "java.util.*").build();
    assertThat(ManifestChecks.checked("java", java).hooks()).containsExactly("onBar");
    assertRefused("python", java);
    assertRefused("java", honest().build());
    StrategyManifest decimal = honest().setParameters(0, parameter("a", "Decimal", "1")).build();
    assertThat(ManifestChecks.checked("python", decimal)).isNotNull();
    assertRefused("java", decimal.toBuilder().clearHooks().build());
    assertThat(
            ManifestChecks.checked(
                "java", java.toBuilder().setParameters(0, parameter("a", "str", "1")).build()))
        .isNotNull();
    assertRefused("java", java.toBuilder().setParameters(0, parameter("a", "long", "1")).build());
    assertThatThrownBy(() -> ManifestChecks.checked("cobol", StrategyManifest.getDefaultInstance()))
        .isInstanceOf(HelperException.class);
  }

  private static void assertRefused(String language, StrategyManifest manifest) {
    assertThatThrownBy(() -> ManifestChecks.checked(language, manifest))
        .isInstanceOf(HelperException.class)
        .hasMessageContaining("a manifest outside its bounds");
  }

  @Test
  void takesOneOrderOfThingsAlone() {
    refused(manifest -> manifest.addImports("glovebox"));
    refused(manifest -> manifest.addImports("a"));
    refused(manifest -> manifest.addIndicators("SMA"));
    refused(manifest -> manifest.addInstruments("A"));
    refused(manifest -> manifest.addHooks("on_bar"));
    refused(manifest -> manifest.addOrders(order("buy", "limit")));
    refused(manifest -> manifest.addParameters(parameter("fast", "int", "6")));
  }
}
