package dev.glovebox.classes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The positive list: every class, method and field beyond its own that a candidate may name.
 *
 * <p>A text of one entry a line, made from a reviewed policy and committed, so that a change of the
 * JDK or of the policy shows as a change of lines. Methods are listed under each class that a
 * compiler may name as their owner. What an extendable class has beside them, of listed types, is
 * named as withheld. Immutable.
 */
public final class AllowList {
  private static final String RESOURCE = "allowed.txt";
  private static final String WITHHELD = "withheld ";
  private static final AllowList STANDARD = load();

  private final String sha256;
  private final Map<String, Set<String>> classes = new HashMap<>();
  private final Set<String> methods = new HashSet<>();
  private final Set<String> fields = new HashSet<>();
  private final Set<String> withheld = new HashSet<>();

  private AllowList(byte[] bytes) {
    this.sha256 = PreparedClasses.sha256(bytes);
    for (String line : new String(bytes, StandardCharsets.US_ASCII).split("\n", -1)) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("class ")) {
        List<String> words = List.of(line.split(" ", -1));
        classes.put(words.get(1), Set.copyOf(words.subList(2, words.size())));
      } else if (line.startsWith(WITHHELD)) {
        withheld.add(line.substring(WITHHELD.length()));
      } else if (line.indexOf('(') > 0) {
        methods.add(line);
      } else {
        fields.add(line);
      }
    }
  }

  /** The list of this build. */
  public static AllowList standard() {
    return STANDARD;
  }

  /** A list of other content. */
  public static AllowList of(byte[] bytes) {
    return new AllowList(bytes);
  }

  private static AllowList load() {
    try (InputStream in = AllowList.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the image lacks " + RESOURCE);
      }
      return new AllowList(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SHA-256 of the text, in hexadecimal digits. */
  public String sha256() {
    return sha256;
  }

  Set<String> classes() {
    return classes.keySet();
  }

  Set<String> methods() {
    return methods;
  }

  Set<String> fields() {
    return fields;
  }

  /** Whether a candidate may name the class, by its internal name. */
  public boolean hasClass(String name) {
    return classes.containsKey(name);
  }

  boolean hasMethod(String owner, String name, String descriptor) {
    return methods.contains(owner + "." + name + descriptor);
  }

  boolean hasField(String owner, String name, String descriptor) {
    return fields.contains(owner + "." + name + ":" + descriptor);
  }

  /**
   * Whether a class that a candidate may extend has such a method that is not listed: an interface
   * of the candidate that declared it would give another name to the library's.
   */
  boolean isWithheld(String name, String descriptor) {
    return withheld.contains(name + descriptor);
  }

  /** Whether a candidate's class may have {@code name} as its superclass. */
  boolean isExtendable(String name) {
    return is(name, "extendable");
  }

  /** Whether a candidate's class or lambda may implement {@code name}. */
  boolean isImplementable(String name) {
    return is(name, "implementable");
  }

  /** Whether a candidate may catch {@code name}. */
  boolean isCatchable(String name) {
    return is(name, "catchable");
  }

  boolean isEnum(String name) {
    return is(name, "enum");
  }

  private boolean is(String name, String word) {
    return classes.getOrDefault(name, Set.of()).contains(word);
  }
}
