package dev.glovebox.host.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.identity.Role;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.TeamId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the proto files say of each RPC, against the role table and the code registry. */
final class RpcDocumentTest {
  private static final Path FOLDER = Path.of("../../proto/api/src/main/proto/glovebox/v1");
  private static final Pattern RPC = Pattern.compile("\\s+rpc (\\w+)\\(.*");
  private static final Pattern SERVICE = Pattern.compile("service (\\w+) \\{");
  private static final Pattern ROLES = Pattern.compile("Roles: ([^.]*)\\.");
  private static final Pattern NAME = Pattern.compile("[A-Z]+");
  private static final Pattern CODES = Pattern.compile("Codes: ([A-Z][^.]*)\\.");
  private static final Pattern CODE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b(?!_)");

  @Test
  void eachRpcSaysWhoMayCallItAndWhetherItMayBeRepeated() throws IOException {
    Map<String, String> documents = documents();
    assertThat(documents).hasSizeGreaterThan(20);
    documents.forEach((method, text) -> {
      assertThat(said(text)).as("roles of %s", method).isEqualTo(admitted(method));
      assertThat(text)
          .as("repetition of %s", method)
          .containsAnyOf("Changes nothing", "Idempotent", "Not idempotent");
    });
  }

  @Test
  void namesOnlyCodesOfTheRegistry() throws IOException {
    List<String> known = Stream.of(Code.values()).map(Enum::name).toList();
    documents()
        .forEach((method, text) -> {
          Matcher codes = CODES.matcher(text);
          while (codes.find()) {
            Matcher code = CODE.matcher(codes.group(1).replaceAll("\\([^)]*\\)", ""));
            while (code.find()) {
              assertThat(known).as("code in the document of %s", method).contains(code.group());
            }
          }
        });
  }

  private static Set<Role> said(String text) {
    Matcher roles = ROLES.matcher(text);
    assertThat(roles.find()).as("a line Roles: in %s", text).isTrue();
    Set<Role> said = EnumSet.noneOf(Role.class);
    Matcher name = NAME.matcher(roles.group(1).replaceAll("\\([^)]*\\)", ""));
    while (name.find()) {
      said.add(Role.valueOf(name.group()));
    }
    return said;
  }

  private static Set<Role> admitted(String method) {
    Access access = RoleTable.GLOVEBOX_V1.access(method).orElseThrow();
    Set<Role> admitted = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (access.admits(new Caller(new TeamId("alpha"), "alpha/ann", Set.of(role)))) {
        admitted.add(role);
      }
    }
    return admitted;
  }

  /** Returns the comment of each RPC as one line, by full method name. */
  private static Map<String, String> documents() throws IOException {
    Map<String, String> documents = new TreeMap<>();
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.list(FOLDER)) {
      found.filter(file -> file.toString().endsWith(".proto")).forEach(files::add);
    }
    for (Path file : files) {
      String service = "";
      StringBuilder comment = new StringBuilder();
      for (String line : Files.readAllLines(file)) {
        Matcher rpc = RPC.matcher(line);
        Matcher start = SERVICE.matcher(line);
        if (line.strip().startsWith("//")) {
          comment.append(line.strip().substring(2)).append(' ');
        } else {
          if (start.matches()) {
            service = start.group(1);
          }
          if (rpc.matches()) {
            documents.put(
                "glovebox.v1." + service + "/" + rpc.group(1), comment.toString().strip());
          }
          comment.setLength(0);
        }
      }
    }
    return documents;
  }
}
