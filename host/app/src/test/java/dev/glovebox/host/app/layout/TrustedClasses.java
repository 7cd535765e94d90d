package dev.glovebox.host.app.layout;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Everything of ours that runs inside the host's process, tests left out. */
final class TrustedClasses {
  /** The packages of the host's three modules. */
  static final String HOST = "dev.glovebox.host..";

  /** The jail: trusted and tiny. */
  static final String JAIL = "dev.glovebox.jail..";

  /** The host's side of the worker protocol. */
  static final String SESSION = "dev.glovebox.session..";

  /** Read once: the import takes longer than all the rules together. */
  static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.glovebox.host", "dev.glovebox.jail", "dev.glovebox.session");

  private TrustedClasses() {}
}
