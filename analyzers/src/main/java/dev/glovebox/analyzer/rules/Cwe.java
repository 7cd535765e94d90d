package dev.glovebox.analyzer.rules;

/**
 * A kind of weakness by its entry in the Common Weakness Enumeration.
 *
 * @param id for example {@code CWE-95}
 * @param name the entry's own name
 */
public record Cwe(String id, String name) {
  /** The number alone. */
  public int number() {
    return Integer.parseInt(id.substring("CWE-".length()));
  }

  @Override
  public String toString() {
    return id + ": " + name;
  }
}
