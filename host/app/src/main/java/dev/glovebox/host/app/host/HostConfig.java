package dev.glovebox.host.app.host;

import dev.glovebox.host.app.spec.LimitsFile;
import dev.glovebox.host.app.spec.StrictToml;
import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.identity.Account;
import dev.glovebox.host.identity.Directory;
import dev.glovebox.host.identity.OwnerId;
import dev.glovebox.host.identity.Principals;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.keys.VerificationKey;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.payload.LowWater;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Tier;
import dev.glovebox.session.PoolBudget;
import dev.glovebox.session.PoolBudget.Kind;
import dev.glovebox.session.SharedWorkers;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host's configuration, {@code glovebox.toml}; relative paths start at the file's folder.
 *
 * @param unix socket; its folder is made with mode 0700 if it is missing
 * @param secondPlace file for the second copy of every checkpoint
 * @param marks table {@code storage}
 * @param density table {@code density}
 * @param pool table {@code pool}
 */
record HostConfig(
    Path file,
    Environment environment,
    Path data,
    Optional<Path> unix,
    Optional<Tls> tls,
    Optional<Path> secondPlace,
    LimitsFile limits,
    Tier tierFloor,
    int workersMax,
    List<Principals.Principal> principals,
    Directory directory,
    ReviewerSettings reviewers,
    LowWater.Marks marks,
    Density density,
    PoolBudget pool) {
  private static final int WORKERS_DEFAULT = 4;
  private static final int WORKERS_MAX = 1024;
  private static final int RUNS_DEFAULT = 4;

  /** What the records of a run's end need, many times over. */
  private static final long STORAGE_BYTES_MIN = 16L * 1024 * 1024;

  private static final Pattern ADDRESS = Pattern.compile("(.+):([0-9]{1,5})");

  /** Copies the principals. */
  HostConfig {
    principals = List.copyOf(principals);
  }

  /** The TLS listener. */
  record Tls(InetSocketAddress address, Path certificate, Path key, Path clientCa) {}

  /**
   * Reads {@code file}, strictly.
   *
   * @throws Refusal CONFIG_INVALID with path and line, LIMITS_MISSING, LIMITS_INVALID or
   *     FILE_UNREADABLE
   */
  static HostConfig read(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    Path folder = parent == null ? Path.of("/") : parent;
    StrictToml toml = StrictToml.read(file, Code.CONFIG_INVALID);
    toml.required("version", toml.number("version", HostConfig::version));
    StrictToml listen = toml.table("listen");
    Optional<Path> unix = listen.text("unix", folder::resolve);
    Optional<InetSocketAddress> address = listen.text("tls", HostConfig::address);
    listen.mustBeKnown();
    if (unix.isEmpty() && address.isEmpty()) {
      throw toml.bad("listen", "must name unix, tls or both");
    }
    List<Principals.Principal> principals =
        toml.tables("principals").stream().map(HostConfig::principal).toList();
    HostConfig config =
        new HostConfig(
            file,
            toml.required("environment", toml.text("environment", HostConfig::environment)),
            toml.required("data", toml.text("data", folder::resolve)),
            unix,
            tls(toml, address, folder),
            secondPlace(toml, folder),
            limits(toml, folder),
            toml.text("tier_floor", HostConfig::tier).orElse(Tier.PROCESS),
            toml.number("workers_max", HostConfig::workers).orElse(WORKERS_DEFAULT),
            principals,
            directory(toml, principals),
            reviewers(toml.table("approval"), folder),
            marks(toml.table("storage")),
            density(toml.table("density")),
            pool(toml.table("pool")));
    toml.mustBeKnown();
    return config;
  }

  private static ReviewerSettings reviewers(StrictToml table, Path folder) {
    ReviewerSettings settings =
        new ReviewerSettings(
            table.text("root", VerificationKey::parse),
            table.texts("enrolments").orElse(List.of()).stream().map(folder::resolve).toList(),
            Set.copyOf(table.texts("revoked").orElse(List.of())),
            table.text("checks", HostConfig::checksRequired).orElse(true));
    table.mustBeKnown();
    return settings;
  }

  private static LowWater.Marks marks(StrictToml table) {
    LowWater.Marks standard = LowWater.Marks.STANDARD;
    long newWork =
        table.number("new_work_bytes_min", HostConfig::bytes).orElse(standard.newWorkBytesMin());
    long running =
        table.number("running_bytes_min", HostConfig::bytes).orElse(standard.runningBytesMin());
    table.mustBeKnown();
    if (newWork < running) {
      throw table.bad("new_work_bytes_min", "must not be below running_bytes_min");
    }
    return new LowWater.Marks(newWork, running, standard.reserveBytes());
  }

  private static Density density(StrictToml table) {
    Density density =
        new Density(
            table.number("paper_runs_per_worker_max", HostConfig::sharing).orElse(1),
            table.number("backtest_runs_per_worker_max", HostConfig::sharing).orElse(1),
            table.number("runs_alone_max", HostConfig::alone).orElse(SharedWorkers.ALONE_DEFAULT));
    table.mustBeKnown();
    return density;
  }

  private static PoolBudget pool(StrictToml table) {
    Set<Kind> kinds = EnumSet.of(Kind.ANALYSIS, Kind.PREPARATION);
    List<String> profiles = table.texts("profiles").orElse(List.of(Profile.GATE.text()));
    for (String word : profiles) {
      boolean fresh = profile(word).map(profile -> kinds.add(Kind.of(profile))).orElse(false);
      if (!fresh) {
        throw table.bad("profiles", "must be gate, bulk or both, each once");
      }
    }
    long mebibytes =
        table
            .number("memory_mebibytes", number -> number)
            .orElse((long) PoolBudget.MEBIBYTES_DEFAULT);
    table.mustBeKnown();
    try {
      return new PoolBudget(mebibytes, kinds);
    } catch (IllegalArgumentException e) {
      throw table.bad("memory_mebibytes", String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Profile> profile(String word) {
    return Arrays.stream(Profile.values()).filter(each -> each.text().equals(word)).findFirst();
  }

  private static int sharing(long number) {
    if (number < 1 || number > SharedWorkers.RUNS_PER_WORKER_MAX) {
      throw new IllegalArgumentException("must be 1 to " + SharedWorkers.RUNS_PER_WORKER_MAX);
    }
    return (int) number;
  }

  private static int alone(long number) {
    if (number < 1 || number > SharedWorkers.ALONE_MAX) {
      throw new IllegalArgumentException("must be 1 to " + SharedWorkers.ALONE_MAX);
    }
    return (int) number;
  }

  private static long bytes(long number) {
    if (number < STORAGE_BYTES_MIN) {
      throw new IllegalArgumentException("must be at least " + STORAGE_BYTES_MIN);
    }
    return number;
  }

  private static boolean checksRequired(String word) {
    return switch (word) {
      case "required" -> true;
      case "optional" -> false;
      default -> throw new IllegalArgumentException("must be required or optional");
    };
  }

  private static Directory directory(StrictToml toml, List<Principals.Principal> principals) {
    List<Account> accounts = toml.tables("accounts").stream().map(HostConfig::account).toList();
    try {
      return new Directory(principals, accounts);
    } catch (IllegalArgumentException e) {
      throw toml.bad("principals", "and accounts do not fit: " + e.getMessage());
    }
  }

  private static Account account(StrictToml table) {
    TeamId team = table.required("team", table.text("team", TeamId::new));
    Optional<String> owner = table.text("owner", name -> OwnerId.ofPrincipal(team, name).text());
    String id = table.required("id", table.text("id", text -> text));
    String currency = table.required("currency", table.text("currency", text -> text));
    int runsMax = table.number("runs_max", HostConfig::runs).orElse(RUNS_DEFAULT);
    table.mustBeKnown();
    try {
      return new Account(team, id, owner, currency, runsMax);
    } catch (IllegalArgumentException e) {
      throw table.bad("id", "is refused: " + e.getMessage());
    }
  }

  private static long version(long number) {
    if (number != 1) {
      throw new IllegalArgumentException("must be 1");
    }
    return number;
  }

  private static Optional<Tls> tls(
      StrictToml toml, Optional<InetSocketAddress> address, Path folder) {
    StrictToml table = toml.table("tls");
    if (address.isEmpty()) {
      if (!table.keys().isEmpty()) {
        throw toml.bad("tls", "is of no use without listen.tls");
      }
      return Optional.empty();
    }
    Tls tls =
        new Tls(
            address.get(),
            table.required("certificate", table.text("certificate", folder::resolve)),
            table.required("key", table.text("key", folder::resolve)),
            table.required("client_ca", table.text("client_ca", folder::resolve)));
    table.mustBeKnown();
    return Optional.of(tls);
  }

  private static Optional<Path> secondPlace(StrictToml toml, Path folder) {
    StrictToml audit = toml.table("audit");
    Optional<Path> place = audit.text("second_place", folder::resolve);
    audit.mustBeKnown();
    return place;
  }

  private static LimitsFile limits(StrictToml toml, Path folder) {
    StrictToml table = toml.table("limits");
    Path file =
        table
            .text("file", folder::resolve)
            .orElseThrow(() ->
                new Refusal(Code.LIMITS_MISSING, "limits.file is missing; a host has no default"));
    table.mustBeKnown();
    return LimitsFile.read(file);
  }

  private static Principals.Principal principal(StrictToml table) {
    Principals.Principal principal =
        new Principals.Principal(
            table.required("name", table.text("name", name -> name)),
            table.required("team", table.text("team", TeamId::new)),
            roles(table),
            table.text("sponsor", name -> name));
    table.mustBeKnown();
    return principal;
  }

  private static Set<Role> roles(StrictToml table) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : table.required("roles", table.texts("roles"))) {
      roles.add(
          Arrays.stream(Role.values())
              .filter(role -> role.name().equals(word))
              .findFirst()
              .orElseThrow(
                  () -> table.bad("roles", "must be of " + Arrays.toString(Role.values()))));
    }
    return roles;
  }

  private static Environment environment(String word) {
    return switch (word) {
      case "development" -> Environment.DEVELOPMENT;
      case "production" -> Environment.PRODUCTION;
      default -> throw new IllegalArgumentException("must be development or production");
    };
  }

  private static Tier tier(String word) {
    if (!word.matches("process|bwrap|oci")) {
      throw new IllegalArgumentException("must be process, bwrap or oci");
    }
    return Tier.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static int workers(long number) {
    if (number < 1 || number > WORKERS_MAX) {
      throw new IllegalArgumentException("must be 1 to " + WORKERS_MAX);
    }
    return (int) number;
  }

  private static int runs(long number) {
    if (number < 1 || number > Account.RUNS_MAX) {
      throw new IllegalArgumentException("must be 1 to " + Account.RUNS_MAX);
    }
    return (int) number;
  }

  private static InetSocketAddress address(String text) {
    Matcher parts = ADDRESS.matcher(text);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
      throw new IllegalArgumentException("must be HOST:PORT");
    }
    return new InetSocketAddress(parts.group(1), Integer.parseInt(parts.group(2)));
  }
}
