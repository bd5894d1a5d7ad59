package io.kartela.service;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The handful of things that must never happen between packages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
  private final JavaClasses kartela =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(
              location -> !location.contains("-tests.jar") && !location.contains("/test/"))
          .importPackages("io.kartela");

  /**
   * Whose "now" is another machine's: the entry point chooses the clock, APNs drops pushes by
   * Apple's clock, and files bear the file system's.
   */
  private static final Set<String> BY_THE_MACHINES_CLOCK =
      Set.of(
          "io.kartela.service.App",
          "io.kartela.push.apns.ApplePassPush",
          "io.kartela.service.platform.embedded.Binaries");

  /** Asking the machine what time it is, instead of the clock that was handed in. */
  private static final DescribedPredicate<JavaCall<?>> ASKS_THE_MACHINE_FOR_THE_TIME =
      describe(
          "asks the machine for the time",
          call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getName();
            boolean now = name.equals("now") && owner.startsWith("java.time.");
            boolean system =
                name.startsWith("system")
                    && Set.of(Clock.class.getName(), InstantSource.class.getName()).contains(owner);
            boolean tick = name.startsWith("tick") && owner.equals(Clock.class.getName());
            boolean millis = owner.equals("java.lang.System") && name.equals("currentTimeMillis");
            boolean date =
                owner.equals("java.util.Date")
                    && name.equals("<init>")
                    && call.getTarget().getRawParameterTypes().isEmpty();
            return now || system || tick || millis || date;
          });

  private void holds(ArchRule rule) {
    rule.check(kartela);
  }

  private static DescribedPredicate<JavaClass> vendor(String... packages) {
    return resideInAnyPackage(packages);
  }

  /**
   * The order of such maps and sets differs from process to process, and the card's hash with it.
   */
  private static final DescribedPredicate<JavaCall<?>> MAKES_A_MAP_WITHOUT_ORDER =
      describe(
          "makes a map or set without a fixed order",
          call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getName();
            boolean small =
                owner.equals("java.util.Map")
                    && (name.equals("ofEntries")
                        || (name.equals("of")
                            && call.getTarget().getRawParameterTypes().size() > 2));
            boolean set = owner.equals("java.util.Set") && name.equals("of");
            boolean hashed =
                name.equals("<init>")
                    && Set.of("java.util.HashMap", "java.util.HashSet").contains(owner);
            return small || set || hashed;
          });

  @Test
  void aPassIsTheSameBytesOnEveryNode() {
    noClasses()
        .that()
        .haveNameMatching(
            "io\\.kartela\\.service\\.wallet\\.apple\\.(PassJson|Surroundings|PassStrings|ApplePasses)(\\$.*)?")
        .should()
        .callCodeUnitWhere(MAKES_A_MAP_WITHOUT_ORDER)
        .check(kartela);
  }

  @Test
  void theRulesArePure() {
    holds(
        noClasses()
            .that(resideInAPackage("io.kartela.rules.."))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "java.net..",
                    "java.nio.file..",
                    "io.helidon..",
                    "org.slf4j..",
                    "io.kartela.ledger..",
                    "io.kartela.push..",
                    "io.kartela.certs..",
                    "io.kartela.service.."))
            .because("the same facts must give the same answer in a quote, a return and a replay"));
  }

  @Test
  void theLedgersArithmeticKnowsNoDatabase() {
    holds(
        noClasses()
            .that(resideInAPackage("io.kartela.ledger"))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "org.postgresql..",
                    "io.kartela.ledger.postgres..",
                    "io.kartela.rules..",
                    "io.kartela.push..",
                    "io.kartela.service.."))
            .because("a model must be able to check it in memory"));
  }

  @Test
  void timeIsHandedIn() {
    holds(
        noClasses()
            .that(resideInAnyPackage("io.kartela.."))
            .and(describe("play by our clock", c -> !BY_THE_MACHINES_CLOCK.contains(c.getName())))
            .should(ArchConditions.callMethodWhere(ASKS_THE_MACHINE_FOR_THE_TIME))
            .because("tests, replays and late uploads decide what time it is"));
  }

  @Test
  void senderOfPushesHasNoDatabase() {
    holds(
        noClasses()
            .that(resideInAPackage("io.kartela.push.."))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "io.kartela.ledger..",
                    "io.kartela.rules..",
                    "io.kartela.service..")));
  }

  @Test
  void vendorsTypesStayInTheirPackage() {
    stays(vendor("com.eatthepath.pushy..", "com.eatthepath.uuid.."), "io.kartela.push.apns..");
    stays(
        vendor("com.eatthepath.otp..", "com.webauthn4j.."), "io.kartela.service.shop.secondfactor");
    stays(
        vendor("com.google.api..", "com.google.auth..", "com.google.crypto.."),
        "io.kartela.push.google..");
    stays(vendor("org.jsmpp.."), "io.kartela.push.smpp..");
    stays(
        vendor("jakarta.mail..", "org.eclipse.angus..", "org.simplejavamail.."),
        "io.kartela.push.mail..");
    // The simulated phone judges signatures by itself, as a phone does.
    stays(
        vendor("org.bouncycastle.."),
        "io.kartela.certs..",
        "io.kartela.service.shop.staff",
        "io.kartela.service.wallet.preview");
    stays(
        vendor("com.google.zxing.."),
        "io.kartela.service.platform.http..",
        "io.kartela.service.member.profile..",
        "io.kartela.service.wallet.print");
    stays(vendor("org.apache.pdfbox.."), "io.kartela.service.wallet.print");
    stays(vendor("com.google.i18n.."), "io.kartela.service.code..");
    stays(
        vendor("org.postgresql.."),
        "io.kartela.ledger.postgres..",
        "io.kartela.service.platform.db..");
    stays(vendor("org.dhatim.."), "io.kartela.service.platform.sheet..");
    stays(vendor("io.zonky.."), "io.kartela.service.platform.embedded..");
    stays(vendor("de.brendamour..")); // the tests' oracle
  }

  private void stays(DescribedPredicate<JavaClass> types, String... packages) {
    holds(
        noClasses()
            .that(resideInAPackage("io.kartela.."))
            .and(resideOutsideOfPackages(packages))
            .should()
            .dependOnClassesThat(types));
  }

  @Test
  void theWebServerIsMetAtTheEdge() {
    holds(
        classes()
            .that(resideInAPackage("io.kartela.."))
            .and(
                describe(
                    "speak to the web server",
                    c ->
                        c.getDirectDependenciesFromSelf().stream()
                            .anyMatch(
                                d ->
                                    d.getTargetClass()
                                        .getPackageName()
                                        .startsWith("io.helidon.webserver"))))
            .should()
            .resideInAPackage("io.kartela.service.platform.http")
            .orShould()
            .haveNameMatching(".*(Routes|Feature)(\\$.*)?")
            .orShould()
            .haveNameMatching(
                "io\\.kartela\\.service\\.(shop\\.(staff\\.Sessions|store\\.Stores)|place\\.PlaceGate)"));
  }

  @Test
  void featuresDoNotDependOnEachOtherInCircles() {
    holds(slices().matching("io.kartela.service.(**)").should().beFreeOfCycles());
    holds(slices().matching("io.kartela.push.(*)..").should().beFreeOfCycles());
  }

  /** From the ground up; what is no wing stands on all of them, and the start above everything. */
  private static final List<String> WINGS =
      List.of(
          "platform",
          "shop",
          "code",
          "program",
          "account",
          "promo",
          "wallet",
          "member",
          "message",
          "till");

  @Test
  void noWingReachesUp() {
    for (int i = 0; i < WINGS.size(); i++) {
      String[] below =
          WINGS.subList(0, i + 1).stream()
              .map(wing -> "io.kartela.service." + wing + "..")
              .toArray(String[]::new);
      holds(
          noClasses()
              .that(resideInAPackage("io.kartela.service." + WINGS.get(i) + ".."))
              .should()
              .dependOnClassesThat(
                  resideInAPackage("io.kartela.service..").and(resideOutsideOfPackages(below)))
              .because("the wings stand on each other in the order of HOUSE.md"));
    }
    holds(slices().matching("io.kartela.service.(*)..").should().beFreeOfCycles());
  }

  @Test
  void whatSellsKnowsNoSimulator() {
    holds(
        noClasses()
            .that(resideInAPackage("io.kartela.service.*.."))
            .and(
                resideOutsideOfPackages(
                    "io.kartela.service.simulator..", "io.kartela.service.demo.."))
            .should()
            .dependOnClassesThat(resideInAPackage("io.kartela.service.simulator.."))
            .because("phones that are played are for demonstrations and tests"));
  }

  @Test
  void modulesDependDownwardsOnly() {
    holds(
        noClasses()
            .that(resideInAnyPackage("io.kartela.certs..", "io.kartela.ledger.."))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "io.kartela.rules..", "io.kartela.push..", "io.kartela.service..")));
  }
}
