package dev.glovebox.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.glovebox.analyzer.StrategyManifest;
import dev.glovebox.analyzer.StrategyManifest.Parameter;
import dev.glovebox.analyzer.java.JavaAnalyzer;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.classes.PreparedClasses;
import dev.glovebox.prepare.java.JavaForm;
import dev.glovebox.proto.worker.v1.Ready;
import dev.glovebox.strategy.Strategy;
import dev.glovebox.worker.guest.FaultCode;
import dev.glovebox.worker.guest.GuestFault;
import dev.glovebox.worker.java.JavaGuest;
import dev.glovebox.worker.java.VerifiedClasses;
import dev.glovebox.worker.python.GuestThread;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What analysis reads from a source is what a worker tells when it has made the strategy: the
 * class, its parameters with their defaults, the hooks.
 */
@Timeout(120)
final class JavaManifestTest {
  private static final int PROGRAMS_MIN = 70;
  private static final Path STRATEGIES =
      Path.of(System.getProperty("glovebox.root", "../.."), "strategies");

  private static final JavaAnalyzer ANALYZER =
      new JavaAnalyzer(RuleSet.javaCore(), Duration.ofSeconds(30));
  private static final JavaForm FORM = new JavaForm();

  static List<Path> sources() throws IOException {
    try (Stream<Path> programs = Files.list(STRATEGIES.resolve("programs/java"));
        Stream<Path> examples = Files.list(STRATEGIES.resolve("examples/java"))) {
      List<Path> all =
          Stream.concat(programs, examples)
              .filter(file -> file.toString().endsWith(".java"))
              .sorted()
              .toList();
      assertThat(all).hasSizeGreaterThanOrEqualTo(PROGRAMS_MIN);
      return all;
    }
  }

  /** What a worker finds of a strategy. */
  private record Made(String strategy, List<Parameter> parameters, List<String> hooks) {
    static Made of(StrategyManifest manifest) {
      return new Made(manifest.strategy(), manifest.parameters(), manifest.hooks());
    }
  }

  private static Made read(String source) {
    return Made.of(ANALYZER.analyze(bytes(source)).manifest());
  }

  private static byte[] bytes(String source) {
    return source.getBytes(StandardCharsets.UTF_8);
  }

  private static Made told(String source) throws Exception {
    PreparedClasses prepared = FORM.prepare(bytes(source));
    Ready ready = onGuestThread(() -> construct(prepared));
    return new Made(
        ready.getStrategyClass(),
        ready.getParametersList().stream()
            .map(one -> new Parameter(one.getName(), one.getType(), one.getValue()))
            .toList(),
        hooks(prepared));
  }

  private static Ready construct(PreparedClasses prepared) throws GuestFault {
    return new JavaGuest(new VerifiedClasses())
        .construct(
            Behaviour.start(new byte[0], List.of()).toBuilder()
                .setLanguage(JavaGuest.LANGUAGE)
                .setFileName("Strategy.java")
                .setPreparedForm(ByteString.copyFrom(prepared.encode()))
                .build());
  }

  private static <T> T onGuestThread(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    new GuestThread(task).start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** Hooks by the class files themselves, which this test alone loads. */
  private static List<String> hooks(PreparedClasses prepared) throws ClassNotFoundException {
    Map<String, byte[]> classes = new TreeMap<>();
    prepared.classes().forEach((name, file) -> classes.put(name.replace('/', '.'), file));
    ClassLoader loader =
        new ClassLoader(JavaManifestTest.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] file = classes.get(name);
            if (file == null) {
              throw new ClassNotFoundException(name);
            }
            return defineClass(name, file, 0, file.length);
          }
        };
    Class<?> strategy = Class.forName(prepared.strategy().replace('/', '.'), false, loader);
    TreeSet<String> found = new TreeSet<>();
    for (Method hook : strategy.getMethods()) {
      boolean ofTheApi =
          Arrays.stream(Strategy.class.getDeclaredMethods())
              .anyMatch(one ->
                  one.getName().equals(hook.getName())
                      && Arrays.equals(one.getParameterTypes(), hook.getParameterTypes()));
      if (ofTheApi
          && hook.getName().startsWith("on")
          && hook.getDeclaringClass() != Strategy.class) {
        found.add(hook.getName());
      }
    }
    return List.copyOf(found);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void analysisSaysWhatAWorkerFinds(Path file) throws Exception {
    String source = Files.readString(file);
    assertThat(read(source)).isEqualTo(told(source));
  }

  private static String strategy(String parameter) {
    return """
    import dev.glovebox.strategy.*;
    public final class S extends Below {
      static final String WORD = "5";
      public S(%s) {}
    }
    abstract class Below extends Strategy {
      @Override public void onStart(Context ctx) { ctx.log("on"); }
      @Override public void onBar(Context ctx, Bar bar) { ctx.buy(1); }
      public void onFill(Fill fill) { fill.price(); }
    }
    """
        .formatted(parameter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          @Default(" 7 ") int a
          @Default("+3") int a
          @Default("-9223372036854775808") long a
          @Default("10") double a
          @Default("1e16") double a
          @Default("123456789012345680.0") double a
          @Default("9e15") double a
          @Default("0.0001") double a
          @Default("1.5e-5") double a
          @Default("-0") double a
          @Default("off") boolean a
          @Default("") String a
          @Default(" x ") String a
          @Default(WORD) int a
          @Default("1" + 2) int a, @Default(value = "b") String b
          """)
  void analysisShowsDefaultsAsAWorkerRecordsThem(String parameter) throws Exception {
    assertThat(read(strategy(parameter))).isEqualTo(told(strategy(parameter)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          int a
          @Default("1.5") int a
          @Default("2147483648") int a
          @Default("0x10") int a
          @Default("1d") double a
          @Default("NaN") double a
          @Default("1e999") double a
          @Default("maybe") boolean a
          @Default("1") Integer a
          @Default("1") int... a
          @Default("1") float a
          """)
  void whatAWorkerRefusesIsAFinding(String parameter) {
    assertThat(ANALYZER.analyze(bytes(strategy(parameter))).findings())
        .anyMatch(finding -> finding.rule().equals("JV908"));
    assertThatThrownBy(() -> told(strategy(parameter)))
        .isInstanceOfSatisfying(
            GuestFault.class,
            fault -> assertThat(fault.code()).isEqualTo(FaultCode.STRATEGY_ERROR));
  }
}
