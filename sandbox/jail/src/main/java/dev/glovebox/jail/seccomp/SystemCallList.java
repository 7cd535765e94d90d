package dev.glovebox.jail.seccomp;

import dev.glovebox.jail.seccomp.SystemCallRule.Always;
import dev.glovebox.jail.seccomp.SystemCallRule.Condition;
import dev.glovebox.jail.seccomp.SystemCallRule.OneOf;
import dev.glovebox.jail.seccomp.SystemCallRule.SelfAlone;
import dev.glovebox.jail.seccomp.SystemCallRule.ThreadsAlone;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reviewed list of system calls, {@code system-calls.txt}. */
final class SystemCallList {
  private static final Pattern LINE =
      Pattern.compile(
          "([a-z][a-z0-9_]*) \\| ([0-9]+|-) \\| ([0-9]+|-) \\| ([a-z0-9 ]+) \\| (\\S.*)");
  private static final Pattern ONE_OF =
      Pattern.compile("argument ([0-5]) in ((?:(?:0x[0-9a-f]+|[0-9]+) ?)+)");

  private SystemCallList() {}

  /** Reads the list; a line that cannot be read makes it useless. */
  static List<SystemCallRule> read() {
    try (InputStream in = SystemCallList.class.getResourceAsStream("system-calls.txt")) {
      if (in == null) {
        throw new IllegalStateException("the jail lacks its list of system calls");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<SystemCallRule> parse(String text) {
    List<SystemCallRule> rules =
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(SystemCallList::rule)
            .toList();
    Set<String> names = new HashSet<>();
    for (SystemCallRule rule : rules) {
      if (!names.add(rule.name())) {
        throw new IllegalStateException("listed twice: " + rule.name());
      }
    }
    return rules;
  }

  private static SystemCallRule rule(String line) {
    Matcher found = LINE.matcher(line);
    if (!found.matches()) {
      throw new IllegalStateException("cannot read: " + line);
    }
    return new SystemCallRule(
        found.group(1),
        number(found.group(2)),
        number(found.group(3)),
        condition(found.group(4)),
        found.group(5));
  }

  private static OptionalInt number(String text) {
    return text.equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
  }

  private static Condition condition(String text) {
    Matcher listed = ONE_OF.matcher(text);
    if (listed.matches()) {
      return new OneOf(
          Integer.parseInt(listed.group(1)),
          Arrays.stream(listed.group(2).split(" ", -1)).map(Integer::decode).toList());
    }
    return switch (text) {
      case "any" -> new Always();
      case "argument 0 thread" -> new ThreadsAlone();
      case "argument 0 self" -> new SelfAlone();
      default -> throw new IllegalStateException("no such condition: " + text);
    };
  }
}
