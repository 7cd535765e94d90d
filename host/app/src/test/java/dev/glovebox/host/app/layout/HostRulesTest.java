package dev.glovebox.host.app.layout;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.security.Key;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules on what the trusted side may call, and where. */
class HostRulesTest {
  private static final String CLOCK = "dev.glovebox.host.clock..";
  private static final String APP = "dev.glovebox.host.app..";
  private static final String WIRING = "dev.glovebox.host.runner.Wiring";
  private static final String MODE = "dev.glovebox.host.model.Mode";

  /** Where amounts, prices and quantities are computed. */
  private static final String[] MONEY = {
    "dev.glovebox.host.model..",
    "dev.glovebox.host.market..",
    "dev.glovebox.host.ledger..",
    "dev.glovebox.host.risk..",
    "dev.glovebox.host.plan..",
    "dev.glovebox.host.venue..",
    "dev.glovebox.host.order..",
    "dev.glovebox.host.run.."
  };

  private static GivenClassesConjunction trustedOutside(String... packages) {
    return noClasses().that().resideOutsideOfPackages(packages);
  }

  @Test
  void onlyTheClockReadsTime() {
    trustedOutside(CLOCK)
        .should()
        .accessTargetWhere(Access.readsTime())
        .because("only package clock reads wall or monotonic time")
        .check(TrustedClasses.ALL);
  }

  @Test
  void moneyNeverTouchesFloatingPoint() {
    noClasses()
        .that()
        .resideInAnyPackage(MONEY)
        .should()
        .accessTargetWhere(Access.passesFloatingPoint())
        .because("money never touches floating point")
        .allowEmptyShould(true)
        .check(TrustedClasses.ALL);
  }

  @Test
  void moneyPackagesDeclareNoFloatingPoint() {
    noClasses()
        .that()
        .resideInAnyPackage(MONEY)
        .should(Access.declareFloatingPoint())
        .because("money never touches floating point")
        .allowEmptyShould(true)
        .check(TrustedClasses.ALL);
  }

  @Test
  void onlyTheJailAndTheDatabaseStartProcesses() {
    trustedOutside(TrustedClasses.JAIL, "dev.glovebox.host.store.postgres..")
        .should()
        .accessTargetWhere(Access.startsProcess())
        .because("only jail and store.postgres start processes")
        .check(TrustedClasses.ALL);
  }

  @Test
  void onlyTheAppEndsTheProcessOrReadsTheEnvironment() {
    trustedOutside(APP)
        .and()
        // The main class of another process, which becomes a child.
        .doNotHaveFullyQualifiedName("dev.glovebox.jail.landlock.LandlockMain")
        .should()
        .accessTargetWhere(Access.endsProcess())
        .orShould()
        .accessTargetWhere(Access.readsEnvironment())
        .because("only host/app ends the process or reads its environment")
        .check(TrustedClasses.ALL);
  }

  @Test
  void onlyWiringReadsTheMode() {
    noClasses()
        .that(DescribedPredicate.not(wiringOrMode()))
        .and()
        .resideOutsideOfPackages("dev.glovebox.host.edge..", APP)
        .should()
        .accessTargetWhere(Access.namesConstantOf(MODE))
        .because("only runner.Wiring reads the mode of a run")
        .check(TrustedClasses.ALL);
  }

  /** Edge and app name the constants where they translate a document; choosing is not theirs. */
  @Test
  void nobodyElseChoosesByMode() {
    noClasses()
        .that(DescribedPredicate.not(wiringOrMode()))
        .should()
        .accessTargetWhere(Access.choosesBy(MODE))
        .because("only runner.Wiring reads the mode of a run")
        .check(TrustedClasses.ALL);
  }

  private static DescribedPredicate<JavaClass> wiringOrMode() {
    return DescribedPredicate.describe(
        "are runner.Wiring or Mode itself",
        type -> {
          String name = type.getName();
          return name.equals(WIRING) || name.startsWith(WIRING + "$") || name.equals(MODE);
        });
  }

  @Test
  void nothingIsLoadedByNameOrDeserialized() {
    noClasses()
        .should()
        .accessTargetWhere(Access.reachesBehindTheCompiler())
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(java.io.ObjectInputStream.class, java.io.ObjectOutputStream.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.script..", "javax.tools..", "org.graalvm..")
        .because("the host loads, compiles and deserializes nothing by name")
        .check(TrustedClasses.ALL);
  }

  @Test
  void noEventLoopOfAWorkerWaitsForADisk() {
    noClasses()
        .that()
        .haveNameMatching(
            "dev\\.glovebox\\.session\\."
                + "(WorkerStream|StreamGuard|FrameHeads|Mailbox|HandedOverChannel)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "org.slf4j..", "dev.glovebox.host..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(
            java.io.File.class,
            java.io.FileInputStream.class,
            java.io.FileOutputStream.class,
            java.io.RandomAccessFile.class,
            java.nio.channels.FileChannel.class)
        .because("a worker's event loop moves bytes and never waits for a disk")
        .check(TrustedClasses.ALL);
  }

  @Test
  void theHostHasNoHttpServer() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.sun.net.httpserver..", "io.netty.handler.codec.http..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(java.net.ServerSocket.class)
        .because("the host serves gRPC over a unix socket or mutual TLS and nothing else")
        .check(TrustedClasses.ALL);
  }

  @Test
  void noKeyLeavesItsRoom() {
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage("dev.glovebox.host.keys..")
        .and()
        .arePublic()
        .should()
        .haveRawReturnType(
            assignableTo(Key.class)
                .or(DescribedPredicate.describe("a Bouncy Castle type", Access::isBouncyCastle)))
        .because("keys offers operations with a purpose and hands out no key")
        .allowEmptyShould(true)
        .check(TrustedClasses.ALL);
  }

  @Test
  void onlyTheAuditLogMakesReceipts() {
    trustedOutside("dev.glovebox.host.audit..")
        .should()
        .accessTargetWhere(Access.constructs("dev.glovebox.host.audit.Receipt"))
        .because("only audit makes a Receipt: no receipt, no order")
        .check(TrustedClasses.ALL);
  }

  @Test
  void sqlStaysOutOfPureRooms() {
    List<String> pure =
        Room.TABLE.stream().filter(room -> !room.hasSql()).map(Room::packages).toList();
    noClasses()
        .that()
        .resideInAnyPackage(pure.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..")
        .because("SQL lives beside its owner, in rooms that may use store")
        .allowEmptyShould(true)
        .check(TrustedClasses.ALL);
  }
}
