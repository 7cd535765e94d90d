package dev.glovebox.host.model;

import java.util.Map;
import java.util.TreeMap;

/** Members that {@link Json} itself sorted and shares with nobody, so that none need a copy. */
@SuppressWarnings("serial") // never serialized
final class SortedMembers extends TreeMap<String, Json> {
  SortedMembers(Map<String, ? extends Json> members) {
    super(members);
  }
}
