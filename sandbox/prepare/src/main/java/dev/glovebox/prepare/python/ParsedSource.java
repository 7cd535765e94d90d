package dev.glovebox.prepare.python;

import dev.glovebox.prepare.source.SourceText;
import java.util.List;

/**
 * Text with its tree and its tokens.
 *
 * @param tokens in source order, without line ends, indentation and comments
 */
public record ParsedSource(SourceText text, SyntaxNode module, List<PythonToken> tokens) {}
