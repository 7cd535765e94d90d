package dev.glovebox.analyzer.rules;

import java.util.Optional;

/**
 * One question of the analyzer.
 *
 * @param id stable, for example {@code PY101}
 * @param cwe the kind of weakness; empty where no entry fits
 * @param question what it asks; yes is a finding, except for PY000
 * @param instead what to write instead
 */
public record Rule(
    String id,
    Severity severity,
    Confidence confidence,
    Optional<Cwe> cwe,
    String question,
    String instead) {}
