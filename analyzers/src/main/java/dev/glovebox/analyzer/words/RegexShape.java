package dev.glovebox.analyzer.words;

import java.util.ArrayDeque;
import java.util.Deque;

/** Regular expressions in which one text fits in exponentially many ways. */
public final class RegexShape {
  private static final class Group {
    // What each branch may begin with: a character, or 0 for more than one.
    final StringBuilder begins = new StringBuilder();
    boolean atStart = true;
    boolean overlaps;
    // Of the branch that is being read: whether an item repeats, and whether one must be there.
    boolean repeats;
    boolean fixed;
    // Of the branches before: whether one is nothing but items that repeat or may be left out.
    boolean loose;

    void item(char begin, String pattern, int after) {
      begin(begin);
      boolean endless = isEndless(pattern, after);
      repeats |= endless;
      fixed |= !endless && !isOptional(pattern, after);
    }

    void begin(char begin) {
      if (!atStart) {
        return;
      }
      atStart = false;
      if (!begins.isEmpty()) {
        overlaps |= begin == 0 || begins.indexOf(String.valueOf(begin)) >= 0 || hasAny();
      }
      begins.append(begin);
    }

    void endBranch() {
      loose |= repeats && !fixed;
      repeats = false;
      fixed = false;
      atStart = true;
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
  public static boolean isCatastrophic(String pattern) {
    Deque<Group> open = new ArrayDeque<>();
    open.push(new Group());
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      switch (c) {
        case '\\' -> {
          boolean many = i + 1 < pattern.length() && Character.isLetter(pattern.charAt(i + 1));
          i += 2;
          open.element().item(many ? 0 : c, pattern, i);
        }
        case '[' -> {
          i = classEnd(pattern, i);
          open.element().item((char) 0, pattern, i);
        }
        case '(' -> {
          open.push(new Group());
          i = groupStart(pattern, i + 1);
        }
        case ')' -> {
          i++;
          if (open.size() > 1 && closes(open, pattern, i)) {
            return true;
          }
        }
        case '|' -> {
          open.element().endBranch();
          i++;
        }
        case '{' -> i = Math.max(i, pattern.indexOf('}', i)) + 1;
        case '*', '+', '?', '^', '$', '}' -> i++;
        default -> {
          i++;
          open.element().item(c == '.' ? 0 : c, pattern, i);
        }
      }
    }
    return false;
  }

  // Whether the group that ends here repeats, and one text fits into it in several ways.
  private static boolean closes(Deque<Group> open, String pattern, int after) {
    Group closed = open.pop();
    closed.endBranch();
    boolean endless = isEndless(pattern, after);
    if (endless && (closed.loose || closed.overlaps)) {
      return true;
    }
    Group around = open.element();
    around.begin(closed.begins.isEmpty() ? 0 : closed.begins.charAt(0));
    around.repeats |= endless || closed.loose;
    around.fixed |= !endless && !closed.loose && !isOptional(pattern, after);
    return false;
  }

  private static boolean isOptional(String pattern, int at) {
    return at < pattern.length() && (pattern.charAt(at) == '?' || pattern.startsWith("{0,", at));
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
