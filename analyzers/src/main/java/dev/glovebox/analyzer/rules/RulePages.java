package dev.glovebox.analyzer.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Finds the page of a rule. Pages explain and decide nothing, so no hash covers them. */
public final class RulePages {
  private RulePages() {}

  /** The page of {@code rule}; each rule has one. */
  public static RulePage of(Rule rule) {
    try (InputStream in = RulePages.class.getResourceAsStream("pages/" + rule.id() + ".md")) {
      if (in == null) {
        throw new IllegalStateException("the page of " + rule.id() + " is missing from the build");
      }
      return RulePage.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("the page of " + rule.id() + " cannot be read", e);
    }
  }
}
