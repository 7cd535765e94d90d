package dev.glovebox.host.app.review;

import dev.glovebox.host.approval.Gate;
import dev.glovebox.host.approval.Statement;
import dev.glovebox.host.approval.StatementForm;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A bundle with a RunSpec and the statement about it, on its way to a machine without a network.
 *
 * @param runSpec canonical JSON, whose hash the statement binds
 */
public record GrantFolder(Bundle bundle, Json.Obj runSpec, Statement statement) {
  private static final String RUNSPEC = "runspec.json";
  private static final String STATEMENT = "statement.json";

  /** Checks that the parts belong together. */
  public GrantFolder {
    boolean fits =
        statement.subject().equals(bundle.subject())
            && statement.scope().origin().equals(bundle.manifest().origin())
            && statement.terms().isPresent()
            && statement.terms().get().runSpec().equals(Sha256.of(runSpec.bytes()));
    if (!fits) {
      throw new Refusal(
          Code.REVIEW_BUNDLE_INVALID, "the statement is not about this bundle and this RunSpec");
    }
  }

  /** Writes everything into {@code folder}. */
  public void write(Path folder) {
    bundle.write(folder);
    try {
      Files.write(folder.resolve(RUNSPEC), runSpec.bytes());
      Files.write(folder.resolve(STATEMENT), StatementForm.json(statement).bytes());
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, folder + " cannot be written");
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws Refusal FILE_UNREADABLE or REVIEW_BUNDLE_INVALID
   */
  public static GrantFolder read(Path folder, Bundle bundle) {
    try {
      byte[] runSpec = Files.readAllBytes(folder.resolve(RUNSPEC));
      byte[] statement = Files.readAllBytes(folder.resolve(STATEMENT));
      if (CanonicalJson.parse(runSpec) instanceof Json.Obj object) {
        return new GrantFolder(bundle, object, StatementForm.read(Gate.RUN_GRANT, statement));
      }
    } catch (IOException e) {
      throw new Refusal(
          Code.FILE_UNREADABLE, folder + " lacks runspec.json or statement.json: grant --out");
    } catch (IllegalArgumentException e) {
      // The same answer: not what this build writes.
    }
    throw new Refusal(
        Code.REVIEW_BUNDLE_INVALID, folder + " holds no RunSpec and statement of this build");
  }
}
