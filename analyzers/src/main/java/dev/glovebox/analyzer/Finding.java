package dev.glovebox.analyzer;

import dev.glovebox.analyzer.rules.Severity;

/**
 * One answer of the analyzer. Lines and columns are 1-based, columns in code points, the end
 * exclusive.
 *
 * @param message what was found; it quotes the source and is therefore untrusted
 * @param instead what to write instead; may be empty
 */
public record Finding(
    String rule,
    Severity severity,
    int line,
    int column,
    int endLine,
    int endColumn,
    String message,
    String instead) {}
