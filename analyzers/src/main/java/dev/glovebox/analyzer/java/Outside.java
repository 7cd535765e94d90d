package dev.glovebox.analyzer.java;

import dev.glovebox.analyzer.rules.RuleSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Under which rule comes what the positive list leaves out. */
final class Outside {
  private final Map<String, String> classes = new HashMap<>();
  private final Map<String, String> calls = new HashMap<>();

  Outside(RuleSet rules) {
    rules
        .pairedWords("outside-classes")
        .forEach(word -> classes.put(word, rules.paired("outside-classes", word).orElseThrow()));
    rules
        .pairedWords("denied-calls")
        .forEach(word -> calls.put(word, rules.paired("denied-calls", word).orElseThrow()));
  }

  /** The rule of a class that is not on the list, by the longest beginning that is named. */
  Optional<String> ofClass(String name) {
    for (int end = name.length(); end > 0; end--) {
      String rule = classes.get(name.substring(0, end));
      // A beginning ends with a package, or is the class or one around it.
      boolean whole =
          end == name.length() || name.charAt(end) == '$' || name.charAt(end - 1) == '/';
      if (rule != null && whole) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /** The rule of a member that is not on the list of its class. */
  Optional<String> ofMember(String owner, String member, int arguments) {
    String whole = owner + "." + member;
    String counted = calls.get(whole + "/" + arguments);
    if (counted != null) {
      return Optional.of(counted);
    }
    for (int end = whole.length(); end > owner.length(); end--) {
      String rule = calls.get(whole.substring(0, end));
      if (rule != null) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
