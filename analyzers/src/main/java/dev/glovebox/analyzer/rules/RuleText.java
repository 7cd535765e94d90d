package dev.glovebox.analyzer.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rule list as read from its text. Unknown forms fail: a rule that is silently skipped is worse
 * than a build that does not start.
 */
record RuleText(
    String name,
    SequencedMap<String, Rule> rules,
    Map<String, Set<String>> modules,
    Map<String, String> instead,
    Map<String, Set<String>> words,
    Map<String, Map<String, String>> pairs) {
  private static final Set<String> PAIRED =
      Set.of(
          "cwe",
          "denied-builtins",
          "denied-paths",
          "context-calls",
          "did-you-mean",
          "denied-calls",
          "denied-calls-by-name",
          "outside-classes");

  private static final Pattern RULE =
      Pattern.compile(
          "(?<id>(?:PY|JV)\\d{3}) (?<severity>error|warning|note) (?<confidence>high|medium|low)"
              + "(?: (?<cwe>CWE-\\d{1,4}))? \\| (?<question>[^|]+) \\| (?<instead>[^|]+)");

  static RuleText read(String text) {
    RuleText list =
        new RuleText(
            name(text),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    String section = "";
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#") || line.startsWith("set ")) {
        continue;
      }
      if (line.startsWith("[")) {
        section = line.substring(1, line.indexOf(']'));
      } else {
        list.take(section, line);
      }
    }
    return list;
  }

  private static String name(String text) {
    return text.lines()
        .filter(line -> line.startsWith("set "))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the rule list has no name"))
        .substring("set ".length());
  }

  private void take(String section, String line) {
    switch (section) {
      case "rules" -> takeRule(line);
      case "modules" -> {
        String[] sides = sides(line, " = ");
        modules.put(sides[0], Set.of(sides[1].split(" ")));
      }
      case "instead" -> {
        String[] sides = sides(line, " -> ");
        instead.put(sides[0], sides[1]);
      }
      default -> {
        if (PAIRED.contains(section)) {
          String[] sides = sides(line, " ");
          pairs.computeIfAbsent(section, _ -> new LinkedHashMap<>()).put(sides[0], sides[1]);
        } else {
          Collections.addAll(
              words.computeIfAbsent(section, _ -> new LinkedHashSet<>()), line.split(" "));
        }
      }
    }
  }

  private void takeRule(String line) {
    Matcher rule = RULE.matcher(line);
    if (!rule.matches()) {
      throw notUnderstood(line);
    }
    Rule taken =
        new Rule(
            rule.group("id"),
            Severity.valueOf(rule.group("severity").toUpperCase(Locale.ROOT)),
            Confidence.valueOf(rule.group("confidence").toUpperCase(Locale.ROOT)),
            Optional.ofNullable(rule.group("cwe")).map(this::cwe),
            rule.group("question"),
            rule.group("instead"));
    if (rules.put(taken.id(), taken) != null) {
      throw notUnderstood(line);
    }
  }

  private Cwe cwe(String id) {
    String named = pairs.getOrDefault("cwe", Map.of()).get(id);
    if (named == null) {
      throw new IllegalStateException("the rule list does not name " + id);
    }
    return new Cwe(id, named);
  }

  private static String[] sides(String line, String separator) {
    int at = line.indexOf(separator);
    if (at < 0) {
      throw notUnderstood(line);
    }
    return new String[] {line.substring(0, at), line.substring(at + separator.length())};
  }

  private static IllegalStateException notUnderstood(String line) {
    return new IllegalStateException("not understood in the rule list: " + line);
  }
}
