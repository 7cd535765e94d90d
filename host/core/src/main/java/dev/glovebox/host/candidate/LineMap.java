package dev.glovebox.host.candidate;

import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Payload form of a line map, version 1: which submitted line each line of a prepared form is.
 *
 * @param form hash of the prepared form it belongs to
 */
record LineMap(Sha256 form, int formVersion, List<Integer> lines) {
  static final int VERSION = 1;

  LineMap {
    lines = List.copyOf(lines);
  }

  byte[] bytes() {
    return Json.of(
            Map.of(
                "v", Json.of(VERSION),
                "form_sha256", Json.of(form.hex()),
                "form_version", Json.of(formVersion),
                "lines", Json.of(lines.stream().map(line -> Json.of((long) line)).toList())))
        .bytes();
  }

  static LineMap parse(byte[] bytes) {
    if (CanonicalJson.parse(bytes) instanceof Json.Obj(var members)
        && members.get("v") instanceof Json.Int(long version)
        && version == VERSION
        && members.get("form_sha256") instanceof Json.Str(String form)
        && members.get("form_version") instanceof Json.Int(long formVersion)
        && members.get("lines") instanceof Json.Arr(var elements)) {
      List<Integer> lines = new ArrayList<>(elements.size());
      for (Json element : elements) {
        if (element instanceof Json.Int(long line)) {
          lines.add(Math.toIntExact(line));
        }
      }
      if (lines.size() == elements.size()) {
        return new LineMap(new Sha256(form), Math.toIntExact(formVersion), lines);
      }
    }
    throw new Refusal(Code.AUDIT_PAYLOAD_MISMATCH, "a line map of another form");
  }
}
