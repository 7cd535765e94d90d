package dev.glovebox.prepare.python;

import dev.glovebox.prepare.source.Span;

/**
 * One token, as far as the layout of lines needs it.
 *
 * @param logicalLine which logical line the token belongs to, from 0
 * @param first whether it is the first token of its logical line
 * @param isName whether it is a name or a keyword; its text stands at {@code span}
 */
public record PythonToken(Span span, int logicalLine, boolean first, boolean isName) {}
