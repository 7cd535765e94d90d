package dev.glovebox.host.app.host;

import dev.glovebox.jail.Tier;
import dev.glovebox.jail.TierProbe;
import dev.glovebox.jail.tier.Tiers;
import java.util.ArrayList;
import java.util.List;

/** What a user should know about the tier in force: nothing is weaker in silence. */
final class TierNotes {
  private TierNotes() {}

  static List<String> of(Tiers.Opened opened) {
    Tier tier = opened.jail().tier();
    List<String> notes = new ArrayList<>();
    for (TierProbe probe : opened.probes()) {
      for (String why : probe.missing()) {
        notes.add("isolation tier " + probe.tier().text() + " cannot be used: " + why);
      }
      if (probe.tier() == tier) {
        probe.absent().forEach(absent -> notes.add("isolation without " + absent));
      }
    }
    if (tier == Tier.PROCESS) {
      notes.add(
          "isolation tier process has no namespaces: what breaks out of the guest engine runs as"
              + " this user. It is for development, with one team");
    }
    return List.copyOf(notes);
  }
}
