package dev.glovebox.analyzer.rules;

/**
 * One question of the analyzer.
 *
 * @param id stable, for example {@code PY101}
 * @param question what it asks; yes is a finding, except for PY000
 * @param instead what to write instead
 */
public record Rule(String id, Severity severity, String question, String instead) {}
