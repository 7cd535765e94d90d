package dev.glovebox.host.approval;

import dev.glovebox.host.audit.StepType;
import java.util.Optional;
import java.util.regex.Pattern;

/** The two gates, and how their approvals are told apart wherever they go. */
public enum Gate {
  /** Gate 1: this artifact, so prepared and so checked, may run for the team. */
  PROMOTION(
      "application/vnd.glovebox.promotion.v1+json", "prom-", "promotions", StepType.PROMOTION),

  /** Gate 2: one run of exactly these terms may start. */
  RUN_GRANT("application/vnd.glovebox.run-grant.v1+json", "grant-", "grants", StepType.RUN_GRANT);

  private final String payloadType;
  private final Pattern id;
  private final String idPrefix;
  private final String collection;
  private final StepType step;

  Gate(String payloadType, String idPrefix, String collection, StepType step) {
    this.payloadType = payloadType;
    this.idPrefix = idPrefix;
    this.id = Pattern.compile(idPrefix + "[0-9a-f]{32}");
    this.collection = collection;
    this.step = step;
  }

  /** Returns the DSSE payload type: a signature for one gate is none for the other. */
  public String payloadType() {
    return payloadType;
  }

  /** Returns the beginning of this gate's ids; 32 hexadecimal characters follow. */
  public String idPrefix() {
    return idPrefix;
  }

  /** Returns the collection in resource names, {@code promotions} or {@code grants}. */
  public String collection() {
    return collection;
  }

  /** Returns the type of this gate's records. */
  StepType step() {
    return step;
  }

  /** Returns whether {@code text} is an id of this gate. */
  public boolean hasId(String text) {
    return id.matcher(text).matches();
  }

  /** Returns the gate of a payload type. */
  static Optional<Gate> ofPayloadType(String type) {
    for (Gate gate : values()) {
      if (gate.payloadType.equals(type)) {
        return Optional.of(gate);
      }
    }
    return Optional.empty();
  }
}
