package dev.glovebox.host.audit;

import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.payload.WormLevel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What may be written. Checked before the write; {@link AuditRecord} checks the same promises on
 * read, by different code.
 */
final class RecordSchema {
  /** Longest body, in bytes of UTF-8. */
  static final int BODY_BYTES_MAX = 32 * 1024;

  /** Longest text of a schema field, in UTF-16 code units. */
  static final int TEXT_CHARACTERS_MAX = 1024;

  /** Longest owner or actor, in UTF-16 code units. */
  static final int IDENTITY_CHARACTERS_MAX = 256;

  /** Most elements of a schema field that is a list. */
  static final int LIST_ELEMENTS_MAX = 256;

  /** Deepest nesting of the detail: the body is one level around it. */
  static final int DETAIL_NESTING_MAX = CanonicalJson.NESTING_MAX - 2;

  private static final Map<String, Form> FORMS = forms();

  private RecordSchema() {}

  /** Forms of a schema field. */
  private enum Form {
    HASH,
    URI,
    TEXT,
    COUNT,
    TEXTS,
    ENVIRONMENT,
    OBSERVED_BY,
    WORM_LEVEL
  }

  private static Map<String, Form> forms() {
    Map<String, Form> forms = new HashMap<>();
    for (String name :
        new String[] {
          "input_hash", "output_hash", "artifact_hash", "prepared_hash", "limits_hash",
          "runspec_hash", "series_hash", "plan_hash", "rule_set_hash", "image_hash"
        }) {
      forms.put(name, Form.HASH);
    }
    for (String name :
        new String[] {
          "analyzer_version",
          "engine_version",
          "tier",
          "probe_result",
          "clock_source",
          "clock_offset",
          "trade_id",
          "trace_id",
          "candidate_id"
        }) {
      forms.put(name, Form.TEXT);
    }
    forms.put("input_payload_uri", Form.URI);
    forms.put("output_payload_uri", Form.URI);
    forms.put("lease_epoch", Form.COUNT);
    forms.put("upstream_step_ids", Form.TEXTS);
    forms.put("environment", Form.ENVIRONMENT);
    forms.put("observed_by", Form.OBSERVED_BY);
    forms.put("worm_level", Form.WORM_LEVEL);
    return Map.copyOf(forms);
  }

  /** What is wrong with a draft: the field's path and one sentence of ours. */
  record Flaw(String path, String sentence) {
    Refusal refusal() {
      return new Refusal(Code.AUDIT_INVALID_RECORD, path + ": " + sentence);
    }
  }

  /** Returns the first flaw of {@code draft}, or empty. */
  static Optional<Flaw> flaw(RecordDraft draft) {
    if (!identityIsValid(draft.owner())) {
      return flaw("owner", "1 to 256 characters without controls and lone surrogates");
    }
    if (!identityIsValid(draft.actor())) {
      return flaw("actor", "1 to 256 characters without controls and lone surrogates");
    }
    if (draft.type().needsRun() && draft.run().isEmpty()) {
      return flaw("run_id", "a record of type " + draft.type().text() + " belongs to a run");
    }
    if (draft.run().isPresent() && !draft.run().get().team().equals(draft.team())) {
      return flaw("run_id", "the run belongs to another team");
    }
    for (Map.Entry<String, Json> field : draft.fields().entrySet()) {
      Form form = FORMS.get(field.getKey());
      if (form == null) {
        return flaw("fields." + printable(field.getKey()), "unknown field");
      }
      if (!fits(form, field.getValue())) {
        return flaw(field.getKey(), "not of the form " + form);
      }
    }
    Optional<Flaw> payload = payloadFlaw(draft, "input").or(() -> payloadFlaw(draft, "output"));
    if (payload.isPresent() || textsAreSound(draft.detail(), DETAIL_NESTING_MAX)) {
      return payload;
    }
    return badText("detail", draft.detail(), DETAIL_NESTING_MAX);
  }

  /** Whether {@link #badText} would find nothing, without making the paths that it names. */
  private static boolean textsAreSound(Json value, int levels) {
    if (levels < 0) {
      return false;
    }
    return switch (value) {
      case Json.Obj(var members) -> {
        for (Map.Entry<String, Json> member : members.entrySet()) {
          if (hasLoneSurrogate(member.getKey()) || !textsAreSound(member.getValue(), levels - 1)) {
            yield false;
          }
        }
        yield true;
      }
      case Json.Arr(var elements) -> {
        for (Json element : elements) {
          if (!textsAreSound(element, levels - 1)) {
            yield false;
          }
        }
        yield true;
      }
      case Json.Str(String text) -> !hasLoneSurrogate(text);
      case Json.Int _, Json.Bool _, Json.Null _ -> true;
    };
  }

  /** A payload belongs to the record's team, and its hash is the one beside it. */
  private static Optional<Flaw> payloadFlaw(RecordDraft draft, String side) {
    if (draft.fields().get(side + "_payload_uri") instanceof Json.Str(String uri)) {
      Payload.Address address = Payload.parse(uri).orElseThrow();
      if (!address.team().equals(draft.team())) {
        return flaw(side + "_payload_uri", "the payload belongs to another team");
      }
      if (draft.fields().get(side + "_hash") instanceof Json.Str(String hash)
          && !hash.equals(address.hash().hex())) {
        return flaw(side + "_hash", "the payload beside it has another hash");
      }
    }
    return Optional.empty();
  }

  static Optional<Flaw> flaw(String path, String sentence) {
    return Optional.of(new Flaw(path, sentence));
  }

  private static boolean fits(Form form, Json value) {
    return switch (form) {
      case HASH -> value instanceof Json.Str(String text) && isHash(text);
      case URI -> value instanceof Json.Str(String text) && Payload.parse(text).isPresent();
      case TEXT -> value instanceof Json.Str(String text) && textIsValid(text);
      case COUNT -> value instanceof Json.Int(long count) && count >= 0;
      case TEXTS ->
          value instanceof Json.Arr(var elements)
              && elements.size() <= LIST_ELEMENTS_MAX
              && elements.stream()
                  .allMatch(e -> e instanceof Json.Str(String text) && textIsValid(text));
      case ENVIRONMENT ->
          value instanceof Json.Str(String text)
              && (text.equals(Environment.DEVELOPMENT.text())
                  || text.equals(Environment.PRODUCTION.text()));
      case OBSERVED_BY ->
          value instanceof Json.Str(String text) && (text.equals("HOST") || text.equals("WORKER"));
      case WORM_LEVEL ->
          value instanceof Json.Str(String text)
              && (text.equals(WormLevel.EVIDENT.name())
                  || text.equals(WormLevel.OBJECT_LOCK_COMPLIANCE.name()));
    };
  }

  private static boolean isHash(String text) {
    if (text.length() != 64) {
      return false;
    }
    for (int i = 0; i < 64; i++) {
      if (Character.digit(text.charAt(i), 16) < 0 || Character.isUpperCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean identityIsValid(String text) {
    if (text.isEmpty() || text.length() > IDENTITY_CHARACTERS_MAX) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return false;
      }
    }
    return !hasLoneSurrogate(text);
  }

  private static boolean textIsValid(String text) {
    return text.length() <= TEXT_CHARACTERS_MAX && !hasLoneSurrogate(text);
  }

  private static Optional<Flaw> badText(String path, Json value, int levels) {
    if (levels < 0) {
      return flaw(path, "nested too deeply");
    }
    return switch (value) {
      case Json.Obj(var members) -> {
        for (Map.Entry<String, Json> member : members.entrySet()) {
          String below = path + '.' + printable(member.getKey());
          if (hasLoneSurrogate(member.getKey())) {
            yield flaw(below, "lone surrogate in a key");
          }
          Optional<Flaw> flaw = badText(below, member.getValue(), levels - 1);
          if (flaw.isPresent()) {
            yield flaw;
          }
        }
        yield Optional.empty();
      }
      case Json.Arr(var elements) -> {
        for (int i = 0; i < elements.size(); i++) {
          Optional<Flaw> flaw = badText(path + '[' + i + ']', elements.get(i), levels - 1);
          if (flaw.isPresent()) {
            yield flaw;
          }
        }
        yield Optional.empty();
      }
      case Json.Str(String text) ->
          hasLoneSurrogate(text) ? flaw(path, "lone surrogate") : Optional.empty();
      case Json.Int _, Json.Bool _, Json.Null _ -> Optional.empty();
    };
  }

  private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z0-9_]{1,64}");

  private static String printable(String name) {
    return PRINTABLE.matcher(name).matches() ? name : "?";
  }

  private static boolean hasLoneSurrogate(String text) {
    int i = 0;
    while (i < text.length()) {
      // A pair reads as one code point above the surrogates, so what is left in range is alone.
      int point = text.codePointAt(i);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        return true;
      }
      i += Character.charCount(point);
    }
    return false;
  }
}
