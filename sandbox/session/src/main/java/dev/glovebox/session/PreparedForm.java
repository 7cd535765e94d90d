package dev.glovebox.session;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * What a worker will load.
 *
 * @param form the bytes, read-only
 * @param formVersion version of the normal form, 1 or more
 * @param lineMap element i is the submitted line of form line {@code i + 1}; never falls
 */
public record PreparedForm(ByteBuffer form, int formVersion, List<Integer> lineMap)
    implements PreparationAnswer {
  /** Copies the list and drops write access. */
  public PreparedForm {
    form = form.asReadOnlyBuffer();
    lineMap = List.copyOf(lineMap);
  }
}
