package dev.glovebox.host.audit;

import dev.glovebox.host.model.AsciiText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The fields that the writer itself sets, in the order of the canonical form. */
enum BodyField {
  ACTOR,
  DETAIL,
  OWNER,
  PREV_RECORD_HASH,
  RUN_ID,
  SEQ,
  STEP_ID,
  STEP_TYPE,
  TEAM,
  TIMESTAMP_UTC,
  V;

  /** All fields; the enum is declared in sorted order. */
  static final List<BodyField> IN_ORDER = List.of(values());

  private final String key = name().toLowerCase(Locale.ROOT);

  @SuppressWarnings("ImmutableEnumChecker") // never given out, never written
  private final byte[] member = (",\"" + key + "\":").getBytes(StandardCharsets.US_ASCII);

  String key() {
    return key;
  }

  /** Writes what stands before the field's value in a body: comma, key, colon. */
  AsciiText begin(AsciiText out) {
    return out.text(member);
  }
}
