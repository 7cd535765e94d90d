package dev.glovebox.host.edge;

import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.runner.RunSpec;
import java.util.Optional;

/**
 * Reads a RunSpec message as the server does, for a reviewer who must know its hash before signing.
 */
public final class SpecForm {
  private SpecForm() {}

  /**
   * Reads {@code message}, which names everything by hash, its limits too.
   *
   * @throws Refusal SPEC_INVALID or LIMITS_MISSING with the field's path
   */
  public static RunSpec read(dev.glovebox.proto.api.v1.RunSpec message) {
    try {
      return new SpecReader(Optional.empty(), false).read(message);
    } catch (InvalidField bad) {
      throw new Refusal(bad.code(), bad.field() + " " + bad.sentence());
    }
  }
}
