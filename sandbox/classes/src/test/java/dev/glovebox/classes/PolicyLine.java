package dev.glovebox.classes;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One line of the policy. */
record PolicyLine(String name, Set<String> words, boolean only, Set<String> members) {

  static PolicyLine parse(String line) {
    List<String> parts = List.of(line.trim().split(" +"));
    int cut = Math.max(parts.indexOf("-"), parts.indexOf("+"));
    boolean only = parts.contains("+");
    List<String> words = parts.subList(1, cut < 0 ? parts.size() : cut);
    List<String> members = cut < 0 ? List.of() : parts.subList(cut + 1, parts.size());
    return new PolicyLine(parts.getFirst(), new TreeSet<>(words), only, new TreeSet<>(members));
  }

  PolicyLine named(String other) {
    return new PolicyLine(other, words, only, members);
  }

  boolean takes(String member, String descriptor) {
    return only == (members.contains(member) || members.contains(member + descriptor));
  }
}
