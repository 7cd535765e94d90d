package dev.glovebox.host.audit;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.payload.PayloadStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Hashes the payloads that records point to, if the payload folder lies beside the logs. */
final class PayloadCheck {
  private static final int REMEMBERED_MAX = 10_000;
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final String origin;
  private final PayloadStore store;
  private final boolean atHand;
  private final Set<Payload.Address> checked = new LinkedHashSet<>();
  private final List<Defect> defects = new ArrayList<>();
  private boolean skipped;

  PayloadCheck(String origin, Path root) {
    this.origin = origin;
    this.store = new PayloadStore(root);
    this.atHand = Files.isDirectory(root);
  }

  void check(AuditRecord record, long offset) {
    for (String field : new String[] {"input_payload_uri", "output_payload_uri"}) {
      record.text(field).flatMap(Payload::parse).ifPresent(a -> check(a, record, offset));
    }
    if (record.type() == StepType.RUN_RESULT) {
      runFiles(record).forEach(a -> check(a, record, offset));
    }
  }

  /**
   * The files that a run left: decisions, fills, journal and the rest, each named by its hash.
   * Other details are not read: they may quote what a candidate wrote.
   */
  private static Stream<Payload.Address> runFiles(AuditRecord record) {
    return record.detail().members().get("files") instanceof Json.Obj(var files)
        ? files.values().stream()
            .flatMap(v -> v instanceof Json.Str(String hash) ? Stream.of(hash) : Stream.of())
            .filter(hash -> HASH.matcher(hash).matches())
            .map(hash -> new Payload.Address(record.team(), new Sha256(hash)))
        : Stream.of();
  }

  private void check(Payload.Address address, AuditRecord record, long offset) {
    if (!atHand) {
      skipped = true;
    } else if (checked.add(address)) {
      if (checked.size() > REMEMBERED_MAX) {
        checked.remove(checked.iterator().next());
      }
      try {
        Path _ = store.checked(address.team(), address.hash());
      } catch (Refusal refusal) {
        Code code =
            refusal.code() == Code.AUDIT_PAYLOAD_MISMATCH
                ? Code.AUDIT_PAYLOAD_MISMATCH
                : Code.AUDIT_PAYLOAD_MISSING;
        defects.add(new Defect(code, origin, record.sequence(), offset));
      }
    }
  }

  List<Defect> defects() {
    return List.copyOf(defects);
  }

  Optional<String> note() {
    return skipped
        ? Optional.of("payloads were not checked: their folder is not at hand")
        : Optional.empty();
  }
}
