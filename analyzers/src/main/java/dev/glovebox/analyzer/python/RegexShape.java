package dev.glovebox.analyzer.python;

import java.util.ArrayDeque;
import java.util.Deque;

/** Regular expressions in which one text fits in exponentially many ways. */
final class RegexShape {
  private static final class Group {
    boolean repeats;
    boolean chooses;
    // What each branch may begin with: a character, or 0 for more than one.
    final StringBuilder begins = new StringBuilder();
    boolean atStart = true;
    boolean overlaps;

    void item(char begin) {
      if (!atStart) {
        return;
      }
      atStart = false;
      if (!begins.isEmpty()) {
        overlaps |= begin == 0 || begins.indexOf(String.valueOf(begin)) >= 0 || hasAny();
      }
      begins.append(begin);
    }

    private boolean hasAny() {
      return begins.indexOf("\0") >= 0;
    }
  }

  private RegexShape() {}

  /**
   * Whether a group that repeats without end is itself repeated without end, or its branches
   * overlap.
   */
  static boolean isCatastrophic(String pattern) {
    Deque<Group> open = new ArrayDeque<>();
    open.push(new Group());
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      switch (c) {
        case '\\' -> {
          open.element()
              .item(i + 1 < pattern.length() && Character.isLetter(pattern.charAt(i + 1)) ? 0 : c);
          i = quantified(pattern, i + 2, open.element());
        }
        case '[' -> {
          open.element().item((char) 0);
          i = quantified(pattern, classEnd(pattern, i), open.element());
        }
        case '(' -> {
          open.push(new Group());
          i = groupStart(pattern, i + 1);
        }
        case ')' -> {
          Group closed = open.size() > 1 ? open.pop() : new Group();
          boolean endless = isEndless(pattern, i + 1);
          if (endless && (closed.repeats || (closed.chooses && closed.overlaps))) {
            return true;
          }
          open.element().item(closed.begins.isEmpty() ? 0 : closed.begins.charAt(0));
          open.element().repeats |= endless || closed.repeats;
          i++;
        }
        case '|' -> {
          open.element().chooses = true;
          open.element().atStart = true;
          i++;
        }
        case '*', '+', '?', '^', '$', '{', '}' -> i++;
        default -> {
          open.element().item(c == '.' ? 0 : c);
          i = quantified(pattern, i + 1, open.element());
        }
      }
    }
    return false;
  }

  private static int quantified(String pattern, int after, Group group) {
    group.repeats |= isEndless(pattern, after);
    return after;
  }

  private static boolean isEndless(String pattern, int at) {
    if (at >= pattern.length()) {
      return false;
    }
    char c = pattern.charAt(at);
    if (c == '{') {
      int end = pattern.indexOf('}', at);
      return end > 0 && pattern.charAt(end - 1) == ',';
    }
    return c == '*' || c == '+';
  }

  private static int classEnd(String pattern, int at) {
    int i = at + 1;
    if (i < pattern.length() && pattern.charAt(i) == '^') {
      i++;
    }
    // A bracket that comes first is a member.
    i++;
    while (i < pattern.length() && pattern.charAt(i) != ']') {
      i += pattern.charAt(i) == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  // (?:, (?P<name>, (?=
  private static int groupStart(String pattern, int at) {
    if (at >= pattern.length() || pattern.charAt(at) != '?') {
      return at;
    }
    int i = at + 1;
    if (i < pattern.length() && pattern.charAt(i) == 'P') {
      int end = pattern.indexOf('>', i);
      return end < 0 ? i : end + 1;
    }
    while (i < pattern.length() && "<=!:imsxaLu-".indexOf(pattern.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }
}
