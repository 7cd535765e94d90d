package dev.glovebox.analyzer.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import java.util.stream.Collectors;

/** Makes whole strategies of what stands on pages: members of a class, or lines of a hook. */
public final class Excerpts {
  private static final String IMPORTS =
      """
      import dev.glovebox.strategy.Bar;
      import dev.glovebox.strategy.Context;
      import dev.glovebox.strategy.Strategy;
      """;

  private static final String HOOK =
      "\n  @Override\n  public void onBar(Context ctx, Bar bar) {\n%s  }\n";

  private Excerpts() {}

  /** The strategy around {@code excerpt}; what is one already is left as it is. */
  public static String whole(String excerpt) {
    if (excerpt.contains("extends Strategy")) {
      return excerpt;
    }
    String imports = lines(excerpt, true);
    String rest = lines(excerpt, false);
    boolean members =
        new JavaParser(
                new ParserConfiguration()
                    .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25))
            .parse("class A {\n" + rest + "}\n")
            .isSuccessful();
    // A declaration of a variable is both; on pages it belongs to a hook unless a modifier says no.
    boolean variable = rest.matches("(?s)[\\w.<>, \\[\\]]+ \\w+ = .*");
    boolean hook = !members || (variable && !isField(rest));
    boolean has = rest.contains("void onBar(");
    String body = hook ? HOOK.formatted(rest) : rest + (has ? "" : HOOK.formatted(""));
    return IMPORTS + imports + "\npublic final class Example extends Strategy {\n" + body + "}\n";
  }

  private static boolean isField(String rest) {
    return rest.startsWith("private ") || rest.startsWith("static ") || rest.startsWith("@");
  }

  private static String lines(String excerpt, boolean imports) {
    return excerpt
        .lines()
        .filter(line -> line.startsWith("import ") == imports)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
