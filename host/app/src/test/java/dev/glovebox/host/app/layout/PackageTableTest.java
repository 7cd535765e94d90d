package dev.glovebox.host.app.layout;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The package table of docs/ARCHITECTURE, row by row. */
class PackageTableTest {
  /** The JDK without its SQL: a room says so when it speaks to the database. */
  private static final DescribedPredicate<JavaClass> JDK =
      DescribedPredicate.describe(
          "belong to the JDK",
          type -> {
            String name = Access.elementName(type);
            return name.indexOf('.') < 0
                || (name.matches("(java|javax|jdk)\\..*") && !name.matches("javax?\\.sql\\..*"));
          });

  /** Types below one of {@code packages}, each written {@code a.b..}; arrays by what they hold. */
  private static DescribedPredicate<JavaClass> in(String... packages) {
    return DescribedPredicate.describe(
        "are in " + String.join(", ", packages),
        type -> {
          String name = Access.elementName(type);
          return Stream.of(packages)
              .map(place -> place.substring(0, place.length() - 1))
              .anyMatch(name::startsWith);
        });
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("dev.glovebox.host.app.layout.Room#TABLE")
  void usesOnlyWhatItsRowNames(Room room) {
    classes()
        .that()
        .resideInAPackage(room.packages())
        .should()
        .onlyDependOnClassesThat(JDK.or(in(room.mayUse())))
        .because("package " + room.name() + " may use nothing that its row does not name")
        .allowEmptyShould(true)
        .check(TrustedClasses.ALL);
  }

  @Test
  void everyPackageHasARow() {
    String[] known =
        Stream.concat(
                Room.TABLE.stream().map(Room::packages),
                Stream.of("dev.glovebox.host.edge..", "dev.glovebox.host.app.."))
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(TrustedClasses.HOST)
        .should()
        .resideInAnyPackage(known)
        .because("a package of the host needs a row in the package table")
        .allowEmptyShould(true)
        .check(TrustedClasses.ALL);
  }

  @Test
  void roomsHaveNoCycles() {
    slices()
        .matching("dev.glovebox.host.(*)..")
        .should()
        .beFreeOfCycles()
        .because("rooms of the host form no cycle")
        .allowEmptyShould(true)
        .check(TrustedClasses.ALL);
  }

  @Test
  void nobodyImportsWatch() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.glovebox.host.watch..", "dev.glovebox.host.app..")
        .should()
        .dependOnClassesThat(resideInAPackage("dev.glovebox.host.watch.."))
        .because("others offer listeners to watch and never import it")
        .allowEmptyShould(true)
        .check(TrustedClasses.ALL);
  }

  @Test
  void coreKnowsNeitherEdgeNorApp() {
    noClasses()
        .that()
        .resideInAnyPackage(Room.TABLE.stream().map(Room::packages).toArray(String[]::new))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.glovebox.host.edge..", "dev.glovebox.host.app.."))
        .orShould()
        .dependOnClassesThat(resideInAPackage(TrustedClasses.SESSION))
        .because("dependencies point from app to edge to core")
        .allowEmptyShould(true)
        .check(TrustedClasses.ALL);
  }

  @Test
  void theJailKnowsOnlyTheJdk() {
    classes()
        .that()
        .resideInAPackage(TrustedClasses.JAIL)
        .should()
        .onlyDependOnClassesThat(JDK.or(in(TrustedClasses.JAIL, "org.jspecify.annotations..")))
        .because("the jail is trusted and tiny: JDK only")
        .check(TrustedClasses.ALL);
  }

  @Test
  void theTableHasNoRowTwice() {
    assertThat(Room.TABLE).extracting(Room::name).doesNotHaveDuplicates();
  }
}
