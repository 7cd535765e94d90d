package dev.glovebox.host.report.page;

import static dev.glovebox.host.report.page.Markup.Attribute.with;

import dev.glovebox.host.model.UntrustedText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Honesty checks, hashes, records, isolation, the RunSpec, and the candidate's words. */
final class EvidenceSections {
  /** Log lines that are shown. */
  static final int LOG_LINES_MAX = 200;

  private static final int SETTINGS_MAX = 400;

  private final Markup page;
  private final Facts facts;
  private final PageInput input;

  EvidenceSections(Markup page, Facts facts, PageInput input) {
    this.page = page;
    this.facts = facts;
    this.input = input;
  }

  void checks() {
    page.open("section", with("id", "checks"), with("aria-labelledby", "checks-head"));
    page.element("h2", "Honesty checks", with("id", "checks-head"));
    Optional<Members> check = input.check().map(Members::new);
    if (check.isEmpty()) {
      page.open("p");
      page.text("Not run for this report. They look for a strategy that sees what it should not: ");
      page.element("code", "./glovebox check");
      page.text(" runs them.");
      page.close();
    } else {
      table(check.get());
    }
    page.close();
  }

  private void table(Members check) {
    Tables.open(page, "Honesty checks");
    Tables.head(page, "Check", "Verdict", "Summary");
    page.open("tbody");
    for (Members one : check.objects("checks")) {
      String verdict = one.text("verdict").orElse("");
      page.open("tr");
      page.open("td", with("class", "word"));
      page.text(one.text("name").or(() -> one.text("check")).orElse("")).close();
      page.open("td", with("class", "word"));
      page.element(
          "strong",
          verdict,
          with(
              "class",
              switch (verdict) {
                case "PASSED" -> "gain";
                case "FAILED" -> "loss";
                default -> "noted";
              }));
      page.close();
      page.open("td", with("class", "word")).text(one.theirs("summary")).close();
      page.close();
    }
    page.close();
    Tables.close(page);
    Map<String, String> coverage = check.in("coverage").flat();
    boolean same = check.text("runspec_sha256").equals(facts.report().text("runspec_sha256"));
    page.open("p");
    page.element("strong", check.text("overall").orElse(""));
    page.text(" ")
        .text(check.theirs("summary"))
        .text(same ? "" : ". They varied another RunSpec, ");
    if (!same) {
      page.element(
          "code", check.text("runspec_sha256").orElse(Figures.NONE), with("class", "hash"));
    }
    page.close();
    page.open("p", with("class", "caption"));
    page.text("Signals that never fired are not proven.");
    check
        .text("coverage")
        .ifPresent(text -> page.text(" Coverage: ").text(new UntrustedText(text)));
    coverage.forEach((name, value) -> page.text(" " + name + ": " + value + "."));
    page.close();
  }

  void hashes() {
    page.open("section", with("id", "evidence"), with("aria-labelledby", "evidence-head"));
    page.element("h2", "Evidence", with("id", "evidence-head"));
    page.open("dl", with("class", "hashes"));
    hash("Artifact, the submitted bytes", "artifact_sha256", "sha256sum STRATEGY");
    hash("Prepared form, what was loaded", "prepared_sha256", "a payload of the host");
    hash("RunSpec", "runspec_sha256", "sha256sum runspec.json");
    hash("Decision digest", "decision_digest", "sha256sum decisions.jsonl, after d1:");
    page.close();
    page.open("dl", with("class", "more"));
    position("Manifest in the log", "manifest", input.manifest());
    position("Result in the log", "result", input.result());
    page.close();
    page.open("p");
    page.text("The signed log names every file of this run by its hash. Check it offline with ");
    page.element("code", "./glovebox verify OUT/audit --trust OUT/trust.json");
    page.text(", where OUT is the folder of ").element("code", "--out").text(".").close();
    page.close();
  }

  private void hash(String name, String member, String check) {
    page.open("div");
    page.element("dt", name);
    page.open("dd").open("code", with("class", "hash"));
    page.text(facts.report().text(member).orElse(Figures.NONE)).close();
    page.element("span", check, with("class", "beside"));
    page.close().close();
  }

  private void position(String name, String id, OptionalLong place) {
    page.open("div", with("id", id));
    page.element("dt", name);
    page.element(
        "dd",
        place.isPresent() && place.getAsLong() >= 0
            ? "sequence " + Figures.count(place.getAsLong())
            : Figures.NONE);
    page.close();
  }

  void isolation() {
    page.open("section", with("id", "isolation"), with("aria-labelledby", "isolation-head"));
    page.element("h2", "Isolation", with("id", "isolation-head"));
    page.open("p").text("The strategy ran in a process of its own, tier ");
    page.element("strong", facts.report().text("tier").orElse(Figures.NONE));
    page.text(", with these measures:").close();
    List<UntrustedText> measures = facts.report().texts("isolation_measures");
    if (measures.isEmpty()) {
      page.element("p", "None: no worker was there.");
    } else {
      page.open("ul", with("class", "measures"));
      measures.forEach(measure -> page.open("li").text(measure).close());
      page.close();
    }
    page.close();
  }

  void settings() {
    page.open("section", with("id", "settings"), with("aria-labelledby", "settings-head"));
    page.element("h2", "RunSpec", with("id", "settings-head"));
    page.open("details");
    page.element("summary", "Every setting, as hashed in runspec.json");
    Tables.open(page, "RunSpec");
    Tables.head(page, "Name", "Value");
    page.open("tbody");
    facts.spec().flat().entrySet().stream()
        .limit(SETTINGS_MAX)
        .forEach(entry -> {
          page.open("tr").open("td", with("class", "word"));
          page.text(new UntrustedText(entry.getKey())).close();
          page.open("td", with("class", "word")).text(new UntrustedText(entry.getValue()));
          page.close().close();
        });
    page.close();
    Tables.close(page);
    page.close().close();
  }

  /** Writes the log of the strategy, if it wrote one. */
  void words() {
    List<UntrustedText> lines = facts.said().texts("log");
    if (lines.isEmpty()) {
      return;
    }
    long all = Math.max(lines.size(), facts.said().whole("log_lines").orElse(0));
    int shown = Math.min(lines.size(), LOG_LINES_MAX);
    page.open("section", with("id", "log"), with("aria-labelledby", "log-head"));
    page.element("h2", "What the strategy logged", with("id", "log-head"));
    page.open("details");
    page.element(
        "summary",
        String.format(
            Locale.ROOT,
            shown < all ? "The first %1$s of %2$s" : "%2$s",
            Figures.count(shown),
            Figures.count(all, "line")));
    page.open("ol", with("class", "log"));
    lines.stream().limit(shown).forEach(line -> page.open("li").text(line).close());
    page.close().close().close();
  }
}
