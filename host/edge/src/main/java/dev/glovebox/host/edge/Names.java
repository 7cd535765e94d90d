package dev.glovebox.host.edge;

import dev.glovebox.host.approval.Gate;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.CheckId;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads resource names and the other small fields that every request has. */
final class Names {
  private static final Pattern PARENT = Pattern.compile("teams/([^/]{1,32})");
  private static final Pattern CHILD = Pattern.compile("teams/([^/]{1,32})/([a-z]+)/([^/]{1,80})");
  private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[A-Za-z0-9._-]{0,64}");
  private static final Pattern SEQUENCE = Pattern.compile("0|[1-9][0-9]{0,17}");

  private Names() {}

  /** Checks that {@code parent} names the caller's own team. */
  static void mustBeOwnTeam(Caller caller, String parent) {
    Matcher name = PARENT.matcher(parent);
    if (!name.matches()) {
      throw InvalidField.argument("parent", "must be teams/T");
    }
    if (!name.group(1).equals(caller.team().value())) {
      throw new Refusal(Code.PERMISSION_DENIED, "parent is not your team");
    }
  }

  static CandidateId candidate(String name) {
    return candidate("name", name);
  }

  static CandidateId candidate(String field, String name) {
    return child(field, name, "candidates", CandidateId::new);
  }

  static CheckId check(String field, String name) {
    return child(field, name, "checks", CheckId::new);
  }

  /** The parts of an approval's name. */
  record ApprovalName(TeamId team, Gate gate, String id) {}

  static ApprovalName approval(String field, String name) {
    Gate gate =
        name.contains("/" + Gate.RUN_GRANT.collection() + "/") ? Gate.RUN_GRANT : Gate.PROMOTION;
    return child(
        field,
        name,
        gate.collection(),
        (team, id) -> {
          if (!gate.hasId(id)) {
            throw new IllegalArgumentException("the id is " + gate.idPrefix() + "...");
          }
          return new ApprovalName(team, gate, id);
        });
  }

  static RunId run(String name) {
    return child("run", name, "runs", RunId::new);
  }

  static CheckId check(String name) {
    return child("check", name, "checks", CheckId::new);
  }

  /** Returns the hash of a series of the caller's team; of another team there is none. */
  static Sha256 series(Caller caller, String name) {
    return child(
        "name",
        name,
        "series",
        (team, hash) -> {
          Sha256 sha256 = new Sha256(hash);
          if (!team.equals(caller.team())) {
            throw new Refusal(Code.SERIES_NOT_FOUND, "your team has no such series");
          }
          return sha256;
        });
  }

  /** Returns the sequence of a record; of another team's log there is none to see. */
  static long record(Caller caller, String name) {
    return child(
        "name",
        name,
        "records",
        (team, sequence) -> {
          if (!SEQUENCE.matcher(sequence).matches()) {
            throw new IllegalArgumentException("a record is named by its sequence");
          }
          if (!team.equals(caller.team())) {
            throw new Refusal(Code.RECORD_NOT_FOUND, "your team has no such record");
          }
          return Long.parseLong(sequence);
        });
  }

  /** Returns the id of the caller's own team's grant; another team's lets nobody in here. */
  static String runGrant(Caller caller, String name) {
    if (name.isEmpty()) {
      return "";
    }
    return child(
        "run_grant",
        name,
        "grants",
        (team, id) -> {
          if (!team.equals(caller.team())) {
            throw new Refusal(Code.RUN_GRANT_MISSING, "your team has no such grant");
          }
          return id;
        });
  }

  static String idempotencyKey(String key) {
    if (!IDEMPOTENCY_KEY.matcher(key).matches()) {
      throw InvalidField.argument("idempotency_key", "must be [A-Za-z0-9._-]{0,64}");
    }
    return key;
  }

  static int pageSize(int asked) {
    if (asked < 0 || asked > Page.ITEMS_MAX) {
      throw InvalidField.argument("page_size", "must be at most " + Page.ITEMS_MAX);
    }
    return asked == 0 ? Page.ITEMS_DEFAULT : asked;
  }

  static Sha256 sha256(Code code, String field, String hex) {
    return checked(code, field, hex, Sha256::new);
  }

  /** Applies a constructor that throws on bad input, and names the field when it does. */
  static <T> T checked(Code code, String field, String text, Function<String, T> constructor) {
    try {
      return constructor.apply(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidField(code, field, String.valueOf(e.getMessage()));
    }
  }

  private static <T> T child(
      String field, String name, String collection, BiFunction<TeamId, String, T> constructor) {
    Matcher parts = CHILD.matcher(name);
    if (!parts.matches() || !parts.group(2).equals(collection)) {
      throw InvalidField.argument(field, "must be teams/T/" + collection + "/ID");
    }
    return checked(
        Code.ARGUMENT_INVALID,
        field,
        parts.group(3),
        id -> constructor.apply(new TeamId(parts.group(1)), id));
  }
}
