package dev.glovebox.prepare.form;

/**
 * A line feed to insert.
 *
 * @param offset index in the submitted text of the character that becomes first on its line
 * @param line the submitted line (1-based) of that character
 * @param indentation what to write before it, spaces and tabs
 */
record Insertion(int offset, int line, String indentation) {}
