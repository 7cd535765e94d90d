package dev.glovebox.analyzer.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other ways to the same, and what only looks like it. */
@Timeout(60)
final class JavaAnalyzerTest {
  private static final JavaAnalyzer ANALYZER =
      new JavaAnalyzer(RuleSet.javaCore(), Duration.ofSeconds(30));

  private static List<Finding> findings(String excerpt) {
    return ANALYZER
        .analyze(Excerpts.whole(excerpt + "\n").getBytes(StandardCharsets.US_ASCII))
        .findings();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "java.util.function.Supplier<Object> c = bar::getClass; # JV105",
        "Object o = bar; Runnable r = o::notify; # JV113",
        "var all = new java.util.ArrayList<java.util.List<Bar>>(); all.get(0).get(0).getClass(); # JV105",
        "Object o = ctx; if (o.getClass() == String.class) { return; } # JV105",
        "java.util.List.of(1).stream().parallel().count(); # JV205",
        "new java.util.Scanner(System.in); # JV201",
        "IO.println(1); # JV201",
        "Object o = java.util.UUID.randomUUID(); # JV207",
        "String a = \"get\"; String b = a + \"Runtime\"; ctx.log(b); # JV120",
        "ctx.log(new StringBuilder(\"emitnuR.gnal.avaj\").reverse().toString()); # JV120",
        "ctx.log(\"\" + (char) 106 + \"ava.lang.Runtime\"); # JV120",
        "bar.clse(); # JV905",
        "Strng s = null; # JV104",
        "for (;;) { if (bar.close() > 1) { break; } for (;;) { } } # JV401",
        "int i = 0; int j = 0; while (i < 5) { j++; } # JV401",
        "java.util.stream.IntStream.range(0, 2000000).forEach(i -> bar.close()); # JV409",
        "java.util.stream.IntStream.iterate(0, i -> i + 1).sum(); # JV404",
        "new java.math.MathContext(1_000_000); # JV403",
        "java.util.regex.Pattern.compile(\"(a|a)*b\"); # JV414",
        "try { bar.close(); } catch (IllegalStateException | StackOverflowError e) { return; } # JV114",
      })
  void seesThrough(String excerpt, String rule) {
    assertThat(findings(excerpt)).extracting(Finding::rule).contains(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Object o = ctx; if (o.getClass() != bar.getClass()) { return; }",
        "java.util.function.Supplier<String> c = bar::instrument; ctx.log(c.get());",
        "java.util.Map<String, java.util.List<Double>> m = new java.util.TreeMap<>(); m.get(\"a\").add(1.0);",
        "double x = Math.log(2) + StrictMath.pow(2, 3); ctx.log(\"\" + x);",
        "int n = 0; while (true) { n++; if (n > 5) { break; } }",
        "ctx.log(\"\"\"\n    a text \"in\" lines\\tand tabs\n    \"\"\");",
        "var random = new java.util.Random(7); ctx.log(\"\" + random.nextInt(5));",
        "java.util.stream.Stream.iterate(1, i -> i < 9, i -> i + 1).count();",
        "int[] copy = new int[] {1, 2}.clone(); ctx.log(\"\" + copy.length);",
        "for (var b : ctx.history(5)) { ctx.log(\"\" + b.close()); }",
        "String s = \"java.util.List\"; ctx.log(s);",
      })
  void letsHonestCodePass(String excerpt) {
    assertThat(findings(excerpt)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bar.clse(); | Did you mean bar.close?",
        "ArayList<String> a = null; | Did you mean ArrayList?",
        "ArrayList<String> a = null; | Write: import java.util.ArrayList;",
        "Object s = java.util.Set.of(1); | LinkedHashSet",
        "long t = System.nanoTime(); | ctx.now()",
        "Thread.sleep(1); | one thread",
      })
  void saysWhatToWriteInstead(String excerpt, String instead) {
    assertThat(findings(excerpt))
        .extracting(Finding::instead)
        .anyMatch(text -> text.contains(instead));
  }
}
