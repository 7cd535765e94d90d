package dev.glovebox.host.audit;

import dev.glovebox.host.model.Json;
import java.util.HexFormat;
import java.util.Map;

/** Where records go: the log, or a run's journal. Both pass one contract test. */
public interface Evidence {
  /** Name of a Decision's index in its record. */
  String BAR_INDEX = "bar_index";

  /** Name of the hash of a Decision's line in its record. */
  String LINE_SHA256 = "line_sha256";

  /**
   * Appends one record and returns when it is where this evidence promises it.
   *
   * @throws dev.glovebox.host.model.Refusal AUDIT_INVALID_RECORD, AUDIT_BACKPRESSURE or
   *     AUDIT_SEALED; the caller must not act
   */
  Receipt append(RecordDraft draft);

  /**
   * Appends the record of one Decision: {@code envelope} with the detail {@code bar_index} and
   * {@code line_sha256}. An evidence may write the same bytes without making the tree first.
   *
   * @param envelope a draft without detail, the same object for all Decisions of a run
   * @param lineHash 32 bytes: SHA-256 of the Decision's line, LF included
   */
  default Receipt decision(RecordDraft envelope, int barIndex, byte[] lineHash) {
    return append(
        envelope.detailed(
            Json.of(
                Map.of(
                    BAR_INDEX, Json.of(barIndex),
                    LINE_SHA256, Json.of(HexFormat.of().formatHex(lineHash))))));
  }
}
