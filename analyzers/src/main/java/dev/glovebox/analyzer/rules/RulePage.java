package dev.glovebox.analyzer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a rule is for, with examples that tests run.
 *
 * <p>Source of a page: a heading, why, and Python or Java blocks under {@code ## Bad} and {@code ##
 * Good}. A character that nobody would see stands as {@code {U+202E}}.
 *
 * @param title what is found, in a few words
 * @param why a few sentences, broken into lines
 * @param bad sources that the rule finds, at least one
 * @param good the same done right, at least one
 */
public record RulePage(String title, String why, List<String> bad, List<String> good) {
  private static final String BLOCK = "```(?:python|java)\n(?:(?!```).*\n)+```\n";

  private static final Pattern PAGE =
      Pattern.compile(
          "# (?<title>[^\n]+)\n\n(?<why>(?:(?!#|```)[^\n]+\n)+)"
              + "\n## Bad\n(?<bad>(?:\n"
              + BLOCK
              + ")+)\n## Good\n(?<good>(?:\n"
              + BLOCK
              + ")+)");

  /** Copies the lists. */
  public RulePage {
    bad = List.copyOf(bad);
    good = List.copyOf(good);
  }

  /**
   * Reads a page from its source.
   *
   * @throws IllegalArgumentException if it has another form
   */
  static RulePage read(String source) {
    Matcher page = PAGE.matcher(source);
    if (!page.matches()) {
      throw new IllegalArgumentException(
          "a page is a heading, why, and Python or Java blocks under ## Bad and ## Good");
    }
    return new RulePage(
        page.group("title"),
        page.group("why").stripTrailing(),
        blocks(page.group("bad")),
        blocks(page.group("good")));
  }

  private static List<String> blocks(String section) {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    for (String line : section.strip().lines().toList()) {
      if (line.equals("```")) {
        blocks.add(block.toString());
      } else if (line.equals("```python") || line.equals("```java")) {
        block.setLength(0);
      } else {
        block.append(line).append('\n');
      }
    }
    return blocks;
  }

  /** {@link #why} without line breaks. */
  public String whyInOneLine() {
    return why.lines().collect(Collectors.joining(" "));
  }

  /** Where the page of {@code rule} stands in the documents. */
  public static String path(Rule rule) {
    return "docs/rules/" + rule.id() + ".md";
  }

  /** The page as Markdown, with what the rule list says of {@code rule}. */
  public String markdown(Rule rule) {
    return "# "
        + rule.id()
        + ": "
        + title
        + "\n\n| severity | confidence | weakness |\n| --- | --- | --- |\n| "
        + rule.severity().text()
        + " | "
        + rule.confidence().text()
        + " | "
        + rule.cwe().map(Cwe::toString).orElse("-")
        + " |\n\n"
        + rule.question()
        + " **Instead**: "
        + rule.instead()
        + "\n\n## Why\n\n"
        + why
        + "\n\n## Bad\n"
        + markdown(rule, bad)
        + "\n## Good\n"
        + markdown(rule, good);
  }

  private static String markdown(Rule rule, List<String> blocks) {
    String fence = rule.id().startsWith("JV") ? "java" : "python";
    return blocks.stream()
        .map(block -> "\n```" + fence + "\n" + block + "```\n")
        .collect(Collectors.joining());
  }
}
