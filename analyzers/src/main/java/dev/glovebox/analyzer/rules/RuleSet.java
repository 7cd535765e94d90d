package dev.glovebox.analyzer.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A named, versioned list of rules and of what they allow.
 *
 * <p>Immutable. The hash covers the bytes of the list, so two analyses with the same hash asked the
 * same questions.
 */
public final class RuleSet {
  private static final String PYTHON_CORE = "python-core-1.rules";
  private static final String JAVA_CORE = "java-core-1.rules";

  private final RuleText text;
  private final byte[] hash;

  private RuleSet(byte[] bytes) {
    this.text = RuleText.read(new String(bytes, StandardCharsets.UTF_8));
    this.hash = sha256(bytes);
  }

  /** The core rules for Python. */
  public static RuleSet pythonCore() {
    return read(PYTHON_CORE);
  }

  /** The core rules for Java. */
  public static RuleSet javaCore() {
    return read(JAVA_CORE);
  }

  private static RuleSet read(String list) {
    try (InputStream in = RuleSet.class.getResourceAsStream(list)) {
      if (in == null) {
        throw new IllegalStateException("the rule list is missing from the build");
      }
      return new RuleSet(in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException("the rule list cannot be read", e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Name and version, for example {@code python-core 1}. */
  public String name() {
    return text.name();
  }

  /** What every id begins with: {@code PY} or {@code JV}. */
  public String prefix() {
    return text.rules().firstEntry().getKey().substring(0, 2);
  }

  /** SHA-256 of the rule list, 32 bytes. */
  public byte[] hash() {
    return hash.clone();
  }

  /** All rules by id. */
  public List<Rule> rules() {
    return List.copyOf(text.rules().values());
  }

  /** The rule called {@code id}. */
  public Optional<Rule> find(String id) {
    return Optional.ofNullable(text.rules().get(id));
  }

  /** The rule called {@code id}, which must exist. */
  public Rule rule(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no rule " + id));
  }

  /** Whether {@code word} stands in the list called {@code section}. */
  public boolean lists(String section, String word) {
    return words(section).contains(word);
  }

  /** The words of the list called {@code section}. */
  public Set<String> words(String section) {
    Set<String> words = text.words().get(section);
    if (words == null) {
      throw new IllegalArgumentException("no list " + section);
    }
    return words;
  }

  /** The rule id that list {@code section} gives {@code word}. */
  public Optional<String> ruleFor(String section, String word) {
    return paired(section, word);
  }

  /** What list {@code section} says of {@code word}. */
  public Optional<String> paired(String section, String word) {
    Map<String, String> pairs = text.pairs().get(section);
    if (pairs == null) {
      throw new IllegalArgumentException("no list " + section);
    }
    return Optional.ofNullable(pairs.get(word));
  }

  /** Every word of which list {@code section} says something. */
  public Set<String> pairedWords(String section) {
    return Set.copyOf(text.pairs().getOrDefault(section, Map.of()).keySet());
  }

  /** What may be used of {@code module}; empty if the module is not on the list. */
  public Optional<Set<String>> members(String module) {
    return Optional.ofNullable(text.modules().get(module));
  }

  /** Modules on the list. */
  public Set<String> modules() {
    return text.modules().keySet();
  }

  /** What to write instead of importing {@code module}. */
  public Optional<String> insteadOf(String module) {
    return Optional.ofNullable(text.instead().get(module));
  }
}
