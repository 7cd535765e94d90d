package dev.glovebox.jail.launch;

import dev.glovebox.jail.JavaCommand;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessJail;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.seccomp.Filter;
import dev.glovebox.jail.view.Bind;
import dev.glovebox.jail.view.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a jailed JVM is shown, started as and bounded by: the same whoever builds the jail, so that
 * the tiers cannot drift apart.
 *
 * @param binds all that it sees beside what the builder adds
 * @param inside its command, by paths inside
 * @param allowance what the kernel holds it to
 */
public record Contents(List<Bind> binds, List<String> inside, Allowance allowance) {
  /** Where the runtime lies inside. */
  private static final String RUNTIME = "/jre";

  /** Copies the lists. */
  public Contents {
    binds = List.copyOf(binds);
    inside = List.copyOf(inside);
  }

  /**
   * The contents of one start.
   *
   * @throws IOException if the image's runtime cannot be read
   */
  public static Contents of(
      JailSettings settings, RuntimeLibraries libraries, ProcessImage image, ProcessLimits limits)
      throws IOException {
    View view = View.of(image, settings.output());
    List<String> flags = new ArrayList<>(view.flags());
    flags.add(ProcessJail.lockdownFlag(Filter.started(settings.architecture())));
    List<String> inside =
        JavaCommand.of(
            RUNTIME + "/bin/java", flags, limits, "/tmp", view.classPath(), image.mainClass());
    List<Bind> binds = new ArrayList<>();
    Path runtime = image.runtime().orElse(settings.runtime());
    binds.add(Bind.readOnly(runtime, RUNTIME));
    binds.addAll(view.binds());
    binds.addAll(libraries.binds(runtime));
    settings.output().ifPresent(output -> binds.add(new Bind(output, View.OUTPUT, true)));
    return new Contents(binds, inside, Allowance.of(settings, limits));
  }
}
