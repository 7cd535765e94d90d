package dev.glovebox.host.research;

import dev.glovebox.host.candidate.CheckReport;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.research.Checks.CheckEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The events of a check that is over, from its report. */
final class PastCheck {
  private PastCheck() {}

  static List<CheckEvent> events(CheckReport report) {
    List<CheckEvent> events = new ArrayList<>();
    if (!(report.content().members().get("checks") instanceof Json.Arr(var results))) {
      throw otherForm();
    }
    for (Json result : results) {
      if (!(result instanceof Json.Obj(var given))) {
        throw otherForm();
      }
      TreeMap<String, Json> members = new TreeMap<>(given);
      if (members.get("name") instanceof Json.Str(String name)
          && members.get("verdict") instanceof Json.Str(String verdict)
          && members.get("summary") instanceof Json.Str(String summary)) {
        events.add(new CheckEvent.Found(name, Verdict.valueOf(verdict), summary));
      } else {
        throw otherForm();
      }
    }
    events.add(new CheckEvent.Ended(report.content(), report.sequence()));
    return events;
  }

  private static Refusal otherForm() {
    return new Refusal(Code.STORAGE_FAILED, "the report of a check is of another form");
  }
}
