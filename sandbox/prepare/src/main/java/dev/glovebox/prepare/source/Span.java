package dev.glovebox.prepare.source;

/**
 * Where a node or token stands. Lines and columns are 1-based, columns in code points; the end is
 * exclusive.
 */
public record Span(int line, int column, int endLine, int endColumn) {}
