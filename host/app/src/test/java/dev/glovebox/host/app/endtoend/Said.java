package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a command left behind at the terminal. */
record Said(int exit, String out, String err) {
  private static final Pattern STACK_TRACE =
      Pattern.compile(
          "(?m)^\\s*at [\\w.$/<>]+\\(|Exception in thread|Caused by:"
              + "|\\b(java|jdk|io\\.grpc|org\\.graalvm)(\\.\\w+)+(Exception|Error)\\b");

  /** Returns both streams. */
  String all() {
    return out + err;
  }

  /** Checks the exit code and that no stack trace is shown. */
  Said mustEndWith(int code) {
    assertThat(exit).as(all()).isEqualTo(code);
    assertThat(all()).doesNotContainPattern(STACK_TRACE);
    return this;
  }

  /** Returns the value of a report line such as {@code outcome COMPLETED}. */
  Optional<String> line(String name) {
    Matcher line = Pattern.compile("(?m)^" + Pattern.quote(name) + " +(.*)$").matcher(out);
    return line.find() ? Optional.of(line.group(1)) : Optional.empty();
  }
}
