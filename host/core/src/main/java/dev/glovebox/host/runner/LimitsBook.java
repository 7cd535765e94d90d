package dev.glovebox.host.runner;

import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.risk.Limits;
import java.util.Optional;

/** The limits that this host knows, by the hash under which RunSpecs name them. */
@FunctionalInterface
public interface LimitsBook {
  /** Returns the limits named {@code hash}, if the host has them. */
  Optional<Limits> find(Sha256 hash);
}
