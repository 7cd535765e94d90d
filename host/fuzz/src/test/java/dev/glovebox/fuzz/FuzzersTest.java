package dev.glovebox.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Each target for some seconds, in a process of its own with a bounded heap, from sound inputs and
 * the findings of before. A finding is any throwable, an input that takes longer than {@value
 * #INPUT_SECONDS_MAX} s, or memory beyond the bound; the input stays in the folder that is printed.
 *
 * <p>{@code glovebox.fuzz.seconds} for each target, {@code glovebox.fuzz.seed} for its random
 * numbers, {@code glovebox.fuzz.target} for one of them alone.
 */
final class FuzzersTest {
  private static final int INPUT_SECONDS_MAX = 20;
  private static final int RESIDENT_MEBIBYTES_MAX = 2048;
  private static final int HEAP_MEBIBYTES = 512;

  /** Beyond the seconds: the start of a process, its seeds, its end. */
  private static final int MARGIN_SECONDS = 240;

  private static final int AT_ONCE = 2;
  private static final int SHORT_SECONDS = 60;
  private static final int SECONDS = Integer.getInteger("glovebox.fuzz.seconds", 20);
  private static final int SEED = Integer.getInteger("glovebox.fuzz.seed", 1);
  private static final Path FOLDER = Path.of(System.getProperty("glovebox.fuzz.folder", "target"));
  private static final String DETECTORS =
      Stream.of(
              "BigDecimal",
              "ClojureLangHooks",
              "Deserialization",
              "ExpressionLanguageInjection",
              "FilePathTraversal",
              "LdapInjection",
              "NamingContextLookup",
              "OsCommandInjection",
              "ReflectiveCall",
              "RegexInjection",
              "ScriptEngineInjection",
              "ServerSideRequestForgery",
              "SqlInjection",
              "TemplateInjection",
              "UnsafeSanitizer",
              "XPathInjection",
              "XmlParserSsrfGuidance")
          .map(name -> "com.code_intelligence.jazzer.sanitizers." + name)
          .collect(java.util.stream.Collectors.joining(java.io.File.pathSeparator));
  private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");

  @Test
  @Timeout(value = 3, unit = TimeUnit.HOURS)
  void findNothing() throws Exception {
    String wanted = System.getProperty("glovebox.fuzz.target", "");
    List<Target> targets =
        Stream.of(Target.values())
            .filter(target -> wanted.isEmpty() || target.word().equals(wanted))
            .toList();
    assertThat(targets).as("targets named %s", wanted).isNotEmpty();
    List<String> findings = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Optional<String>>> runs = new ArrayList<>();
      for (Target target : targets) {
        runs.add(pool.submit(() -> fuzz(target)));
      }
      for (Future<Optional<String>> run : runs) {
        run.get().ifPresent(findings::add);
      }
    }
    assertThat(findings).isEmpty();
  }

  private static Optional<String> fuzz(Target target) throws IOException, InterruptedException {
    Path folder = FOLDER.resolve(target.word());
    Path seeds = Files.createDirectories(folder.resolve("seeds"));
    Path findings = Files.createDirectories(folder.resolve("findings"));
    Path corpus = Files.createDirectories(folder.resolve("corpus-" + SEED));
    int number = 0;
    for (byte[] seed : SeedsTest.all(target)) {
      Files.write(seeds.resolve("%05d".formatted(number)), seed);
      number++;
    }
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command(target, folder, List.of(corpus, seeds)))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(SECONDS + MARGIN_SECONDS, TimeUnit.SECONDS)) {
        return Optional.of(target.word() + " does not end; see " + log);
      }
    } finally {
      process.destroyForcibly().onExit().join();
    }
    String told = Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1);
    Matcher done = DONE.matcher(told);
    boolean ended = done.find();
    System.out.printf(
        "fuzz: %s: %s runs in %s s, seed %d, exit %d%n",
        target.word(),
        ended ? done.group(1) : "no",
        ended ? done.group(2) : "0",
        SEED,
        process.exitValue());
    return process.exitValue() == 0 && ended
        ? Optional.empty()
        : Optional.of(target.word() + " found something; see " + log + " and " + findings);
  }

  private static List<String> command(Target target, Path folder, List<Path> corpora) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEBIBYTES + "m",
                "-XX:+UseSerialGC",
                // In a short run the second compiler earns nothing back.
                "-XX:TieredStopAtLevel=" + (SECONDS < SHORT_SECONDS ? 1 : 4),
                // As in the product. The engine's parser denies b"\\400", which is sound; the TOML
                // reader asserts about comments in what it has found to be none of TOML.
                "-da:com.oracle...",
                "-da:org.tomlj...",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dglovebox.root=" + System.getProperty("glovebox.root", "../.."),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.type().getName(),
                "--instrumentation_includes=dev.glovebox.**",
                // Generated, large, and not what is attacked.
                "--instrumentation_excludes=dev.glovebox.proto.**",
                "--trace=cov:cmp:div",
                // Its detectors look for other faults than these, and one breaks Netty.
                "--custom_hook_excludes=**",
                "--disabled_hooks=" + DETECTORS,
                "--reproducer_path=" + folder.resolve("findings"),
                "-artifact_prefix=" + folder.resolve("findings") + "/",
                "-max_total_time=" + SECONDS,
                "-timeout=" + INPUT_SECONDS_MAX,
                "-rss_limit_mb=" + RESIDENT_MEBIBYTES_MAX,
                "-max_len=" + target.bytesMax(),
                "-seed=" + SEED));
    corpora.forEach(corpus -> command.add(corpus.toString()));
    return command;
  }
}
