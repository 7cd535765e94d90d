package dev.glovebox.session;

/**
 * The input is bad.
 *
 * @param code upper-case letters, digits and underscores, at most 64
 * @param message untrusted text, at most 1024 bytes
 * @param line 1-based; 0 if not applicable
 * @param column 1-based; 0 if not applicable
 */
public record RefusedInput(String code, String message, int line, int column)
    implements PreparationAnswer, AnalysisAnswer, ImportAnswer, TickAnswer {}
