package dev.glovebox.host.audit;

import dev.glovebox.host.model.Code;

/**
 * One thing that is wrong with a log.
 *
 * @param sequence the record concerned; for defects of the whole log its size, or the size of the
 *     checkpoint concerned
 * @param offset in the record's segment file, in bytes; 0 where there is none
 */
public record Defect(Code code, String origin, long sequence, long offset) {
  /** Returns the line that scripts rely on: {@code CODE origin seq offset}. */
  public String line() {
    return code + " " + origin + ' ' + sequence + ' ' + offset;
  }
}
