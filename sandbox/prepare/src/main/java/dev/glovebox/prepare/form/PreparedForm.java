package dev.glovebox.prepare.form;

import java.util.List;

/**
 * The text to load.
 *
 * @param bytes UTF-8; at most {@link NormalForm#FORM_BYTES_MAX}
 * @param lineMap the submitted line (1-based) of each line of the form
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over once, to the frame that carries it.
public record PreparedForm(byte[] bytes, List<Integer> lineMap) {}
