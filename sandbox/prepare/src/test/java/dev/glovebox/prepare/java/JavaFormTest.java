package dev.glovebox.prepare.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.glovebox.classes.PreparedClasses;
import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import dev.glovebox.prepare.stdio.Frames;
import dev.glovebox.proto.worker.v1.HelperRequest;
import dev.glovebox.proto.worker.v1.HelperResponse;
import dev.glovebox.proto.worker.v1.PrepareRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From submitted bytes to the form, or to a refusal with code and line. */
@Timeout(120)
final class JavaFormTest {
  private static final JavaForm FORMS = new JavaForm();

  private static final String SMA =
      """
      import dev.glovebox.strategy.*;
      import dev.glovebox.strategy.indicators.*;

      public final class SmaCross extends Strategy {
        private final SMA fast;
        private final Crossover cross = new Crossover();

        public SmaCross(@Default("10") int fast) {
          this.fast = new SMA(fast);
        }

        @Override
        public void onBar(Context ctx, Bar bar) {
          int crossed = cross.update(fast.update(bar.close()), bar.close());
          if (crossed > 0 && ctx.position() == 0) {
            ctx.buy(1);
          } else if (crossed < 0) {
            ctx.close();
          }
        }
      }
      """;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Refusal refusal(String text) {
    try {
      FORMS.prepare(bytes(text));
    } catch (SourceRefusedException e) {
      return e.refusal();
    }
    throw new AssertionError("not refused");
  }

  @Test
  void preparesTheStrategyOfTheGuideTheSameEachTime() {
    PreparedClasses form = FORMS.prepare(bytes(SMA));
    assertThat(form.strategy()).isEqualTo("SmaCross");
    assertThat(new JavaForm().prepare(bytes(SMA)).encode()).isEqualTo(form.encode());
    assertThat(PreparedClasses.decode(form.encode()).sha256()).isEqualTo(form.sha256());
  }

  @Test
  void tellsWhereItDoesNotCompile() {
    Refusal refusal = refusal(SMA.replace("ctx.buy(1)", "ctx.buyy(1)"));
    assertThat(refusal.code()).isEqualTo(RefusalCode.JV000);
    assertThat(refusal.line()).isEqualTo(16);
    assertThat(refusal.message()).contains("cannot find symbol").doesNotContain("\n");
  }

  @Test
  void tellsWhereItNamesWhatItMayNot() {
    Refusal refusal = refusal(SMA.replace("ctx.buy(1)", "System.exit(1)"));
    assertThat(refusal.code()).isEqualTo(RefusalCode.JAVA_METHOD_NOT_LISTED);
    assertThat(refusal.line()).isEqualTo(16);
    assertThat(refusal.message()).contains("java.lang.System.exit").contains("ctx.log");
  }

  @Test
  void refusesTwoStrategiesAndNone() {
    assertThat(refusal("public class A { }").code()).isEqualTo(RefusalCode.JAVA_STRATEGY_CLASS);
    assertThat(refusal("class A extends dev.glovebox.strategy.Strategy { }").code())
        .isEqualTo(RefusalCode.JAVA_STRATEGY_CLASS);
  }

  @Test
  void refusesBytesThatReadersSeeDifferently() {
    assertThat(refusal("// \u00e9\n").code()).isEqualTo(RefusalCode.SOURCE_NOT_ASCII);
    assertThat(refusal("\n// \\u0041\n"))
        .extracting(Refusal::code, Refusal::line)
        .containsExactly(RefusalCode.SOURCE_UNICODE_ESCAPE, 2);
    assertThat(refusal("a\rb").code()).isEqualTo(RefusalCode.SOURCE_CARRIAGE_RETURN);
    assertThat(refusal("a\0b").code()).isEqualTo(RefusalCode.SOURCE_NUL);
    assertThat(refusal("a\fb").code()).isEqualTo(RefusalCode.SOURCE_NOT_ASCII);
    byte[] large = new byte[256 * 1024 + 1];
    Arrays.fill(large, (byte) ' ');
    assertThat(refusal(new String(large, StandardCharsets.US_ASCII)).code())
        .isEqualTo(RefusalCode.SOURCE_TOO_LARGE);
  }

  @Test
  void refusesAtItsCapsOnNestingAndChains() {
    int most = JavaText.NESTING_MAX;
    assertThat(JavaText.checked(bytes("(".repeat(most)))).hasSize(most);
    assertThat(refusal("(".repeat(most + 1)).code()).isEqualTo(RefusalCode.SOURCE_NESTING);
    assertThat(JavaText.checked(bytes("+".repeat(JavaText.CHAIN_LINKS_MAX)))).isNotEmpty();
    assertThat(refusal("+".repeat(JavaText.CHAIN_LINKS_MAX + 1)).code())
        .isEqualTo(RefusalCode.SOURCE_CHAIN);
    String branch = "if (a) { ; } else ";
    assertThat(JavaText.checked(bytes(branch.repeat(JavaText.ELSE_CHAIN_MAX)))).isNotEmpty();
    assertThat(refusal(branch.repeat(JavaText.ELSE_CHAIN_MAX + 1)).code())
        .isEqualTo(RefusalCode.SOURCE_CHAIN);
    assertThat(JavaText.checked(bytes("a".repeat(JavaText.WORD_CHARS_MAX)))).isNotEmpty();
    assertThat(refusal("a".repeat(JavaText.WORD_CHARS_MAX + 1)).code())
        .isEqualTo(RefusalCode.SOURCE_DIGITS);
    // Inside texts and comments nothing counts.
    String inside = "(".repeat(most + 1);
    assertThat(
            JavaText.checked(
                bytes("\"" + inside + "\" /* " + inside + " */ \"\"\"\n" + inside + "\"\"\" //(")))
        .isNotEmpty();
  }

  @Test
  void namesACompilationThatDoesNotEnd() {
    assertThatThrownBy(() -> JavaCompilation.compile(SMA, Duration.ofMillis(1)))
        .isInstanceOfSatisfying(
            SourceRefusedException.class,
            refused ->
                assertThat(refused.refusal().code()).isEqualTo(RefusalCode.COMPILE_DEADLINE));
  }

  @Test
  void knowsEveryCodeOfTheVerifier() {
    Set<String> known =
        Arrays.stream(RefusalCode.values()).map(Enum::name).collect(Collectors.toSet());
    Set<String> verifiers = new TreeSet<>();
    for (dev.glovebox.classes.ClassCode code : dev.glovebox.classes.ClassCode.values()) {
      verifiers.add(code.name());
    }
    assertThat(known).containsAll(verifiers);
  }

  @Test
  void saysTheSameColdAndWarm() throws Exception {
    Map<String, String> cold = verdicts(8);
    assertThat(cold).hasSizeGreaterThan(20);
    for (int i = 0; i < 3; i++) {
      assertThat(verdicts(8)).isEqualTo(cold);
    }
  }

  /** Every program and attack, a hundred times over, and on sixteen threads at a time. */
  @Test
  @Tag("long")
  @Timeout(1_200)
  void saysTheSameColdWarmAHundredTimesAndOnSixteenThreads() throws Exception {
    Map<String, String> cold = verdicts(1);
    for (int i = 0; i < 100; i++) {
      verdicts(64).forEach((file, said) -> assertThat(said).as(file).isEqualTo(cold.get(file)));
    }
    List<Callable<Map<String, String>>> tasks = Collections.nCopies(16, () -> verdicts(16));
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (Future<Map<String, String>> verdicts : threads.invokeAll(tasks)) {
        verdicts.get().forEach((file, said) -> assertThat(said).as(file).isEqualTo(cold.get(file)));
      }
    }
  }

  /** What every so many programs and attacks come to: a form's hash, or the whole refusal. */
  private static Map<String, String> verdicts(int step) throws IOException {
    Path strategies = Path.of(System.getProperty("glovebox.root", "../.."), "strategies");
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("attacks/java", "programs/java", "examples/java")) {
      try (Stream<Path> found = Files.walk(strategies.resolve(folder))) {
        found.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
      }
    }
    Map<String, String> verdicts = new TreeMap<>();
    for (int i = 0; i < files.size(); i += step) {
      verdicts.put(files.get(i).toString(), verdict(Files.readAllBytes(files.get(i))));
    }
    return verdicts;
  }

  private static String verdict(byte[] source) {
    try {
      return FORMS.prepare(source).sha256();
    } catch (SourceRefusedException e) {
      return e.refusal().toString();
    }
  }

  @Test
  void answersOneRequest() throws IOException {
    HelperResponse answer = answer("java", SMA);
    assertThat(answer.getPrepared().getFormVersion()).isEqualTo(PreparedClasses.FORM_VERSION);
    assertThat(answer.getPrepared().getLineMapList()).isEmpty();
    byte[] form = answer.getPrepared().getForm().toByteArray();
    assertThat(PreparedClasses.decode(form).strategy()).isEqualTo("SmaCross");
    assertThat(answer("python", SMA).getRefused().getCode()).isEqualTo("LANGUAGE_UNSUPPORTED");
  }

  private static HelperResponse answer(String language, String source) throws IOException {
    ByteArrayOutputStream asked = new ByteArrayOutputStream();
    Frames.write(
        asked,
        HelperRequest.newBuilder()
            .setVersion(1)
            .setNonce(ByteString.copyFrom(new byte[32]))
            .setPrepare(
                PrepareRequest.newBuilder()
                    .setLanguage(language)
                    .setSource(ByteString.copyFromUtf8(source)))
            .build());
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    assertThat(PrepareJavaMain.exchange().run(new ByteArrayInputStream(asked.toByteArray()), told))
        .isZero();
    return Frames.read(new ByteArrayInputStream(told.toByteArray()), HelperResponse.parser());
  }
}
