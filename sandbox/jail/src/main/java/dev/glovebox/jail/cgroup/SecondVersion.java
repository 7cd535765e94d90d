package dev.glovebox.jail.cgroup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A host's folder in version 2, where a folder with processes cannot have children with bounds: so
 * ours lies beside the host's own, or at the top.
 *
 * @param folder ours, if any controller is in force there
 * @param missing the controllers that are not, with why
 */
record SecondVersion(
    Optional<Path> folder, List<Controller> controllers, Map<Controller, String> missing) {

  static SecondVersion open(Hierarchies found, HostFolder name, List<Controller> wanted) {
    Map<Controller, String> missing = new EnumMap<>(Controller.class);
    if (wanted.isEmpty()) {
      return new SecondVersion(Optional.empty(), List.of(), missing);
    }
    if (found.second().isEmpty() || found.secondTop().isEmpty()) {
      wanted.forEach(controller -> missing.put(controller, "no such cgroup is mounted"));
      return new SecondVersion(Optional.empty(), List.of(), missing);
    }
    Path own = found.second().get();
    Path above = own.getParent();
    Path parent = own.equals(found.secondTop().get()) || above == null ? own : above;
    Path made;
    try {
      made = name.makeIn(parent);
    } catch (IOException e) {
      wanted.forEach(controller -> missing.put(controller, parent + " cannot be written to"));
      return new SecondVersion(Optional.empty(), List.of(), missing);
    }
    List<Controller> controllers = new ArrayList<>();
    for (Controller controller : wanted) {
      if (enable(parent, controller) && enable(made, controller)) {
        controllers.add(controller);
      } else {
        missing.put(controller, parent + " does not hand it on");
      }
    }
    if (controllers.isEmpty()) {
      HostFolder.removeIfEmpty(made);
      return new SecondVersion(Optional.empty(), List.of(), missing);
    }
    return new SecondVersion(Optional.of(made), controllers, missing);
  }

  private static boolean enable(Path folder, Controller controller) {
    Path file = folder.resolve("cgroup.subtree_control");
    try {
      if (!has(file, controller)) {
        Cgroups.write(file, "+" + controller.text());
      }
      return has(file, controller);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean has(Path file, Controller controller) throws IOException {
    return Arrays.asList(Files.readString(file).trim().split(" ", -1)).contains(controller.text());
  }
}
