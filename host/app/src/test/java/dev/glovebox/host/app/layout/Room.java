package dev.glovebox.host.app.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One row of the package table: a package of host core and what it may use.
 *
 * @param name the package below {@code dev.glovebox.host}
 * @param uses other rooms, by name; sandbox/jail counts as the room {@code jail}
 * @param libraries packages of other people's libraries, in ArchUnit's notation
 */
record Room(String name, Set<String> uses, Set<String> libraries) {
  private static final Set<String> NONE = Set.of();
  private static final Set<String> LOG = Set.of("org.slf4j..");
  private static final Set<String> SQL =
      Set.of("org.slf4j..", "java.sql..", "javax.sql..", "org.jdbi..");

  /** Annotations that leave no trace at run time; every room may carry them. */
  private static final List<String> ANNOTATIONS =
      List.of("org.jspecify.annotations..", "com.google.errorprone.annotations..");

  /** The table of the architecture, lowest first. */
  static final List<Room> TABLE =
      List.of(
          new Room("model", NONE, NONE),
          new Room("clock", Set.of("model"), NONE),
          // Every refusal carries a code of the one registry, and that lives in model.
          new Room("keys", Set.of("model"), Set.of("org.bouncycastle..")),
          new Room(
              "store",
              Set.of("model", "clock"),
              union(
                  SQL,
                  "com.zaxxer.hikari..",
                  "org.flywaydb..",
                  "org.postgresql..",
                  "org.apache.commons.compress..",
                  "org.tukaani.xz..")),
          new Room("payload", Set.of("model"), LOG),
          new Room("audit", Set.of("model", "clock", "keys", "payload"), LOG),
          new Room("identity", Set.of("model"), NONE),
          // Payload, identity, audit and store: an imported series is a named resource of a team.
          new Room(
              "market", Set.of("model", "clock", "payload", "identity", "audit", "store"), SQL),
          new Room("ledger", Set.of("model"), NONE),
          new Room("candidate", Set.of("model", "identity", "payload", "audit", "store"), SQL),
          new Room(
              "approval",
              Set.of("model", "clock", "keys", "identity", "candidate", "audit", "store"),
              SQL),
          new Room("risk", Set.of("model", "ledger", "market"), NONE),
          new Room("killswitch", Set.of("model", "clock", "audit", "store"), SQL),
          new Room("plan", Set.of("model", "clock", "keys", "risk", "audit"), LOG),
          new Room("venue", Set.of("model"), NONE),
          new Room(
              "order",
              Set.of("model", "clock", "plan", "venue", "killswitch", "audit", "store"),
              SQL),
          new Room(
              "run",
              Set.of(
                  "model", "clock", "market", "ledger", "risk", "plan", "order", "audit", "jail"),
              LOG),
          new Room("runner", allButTheTop(), SQL),
          new Room("report", allButTheTop(), LOG),
          new Room("research", allButTheTop(), LOG),
          new Room("provenance", allButTheTop(), LOG),
          new Room("watch", allButTheTop(), LOG));

  /** The package in ArchUnit's notation, with all below it. */
  String packages() {
    return packages(name);
  }

  /** Everything that a class of this room may name. */
  String[] mayUse() {
    List<String> allowed = new ArrayList<>(ANNOTATIONS);
    allowed.add(packages());
    uses.forEach(use -> allowed.add(packages(use)));
    allowed.addAll(libraries);
    return allowed.toArray(String[]::new);
  }

  /** True if SQL may be written in this room. */
  boolean hasSql() {
    return libraries.containsAll(SQL);
  }

  @Override
  public String toString() {
    return name + " uses " + (uses.isEmpty() ? "no other room" : String.join(", ", uses));
  }

  private static String packages(String room) {
    return room.equals("jail") ? TrustedClasses.JAIL : "dev.glovebox.host." + room + "..";
  }

  /** What may be used "downwards": every room below reports, but not those beside them. */
  private static Set<String> allButTheTop() {
    return Set.of(
        "model",
        "clock",
        "keys",
        "store",
        "payload",
        "audit",
        "identity",
        "market",
        "ledger",
        "candidate",
        "approval",
        "risk",
        "killswitch",
        "plan",
        "venue",
        "order",
        "run",
        "report",
        "runner",
        "jail");
  }

  private static Set<String> union(Set<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
  }
}
