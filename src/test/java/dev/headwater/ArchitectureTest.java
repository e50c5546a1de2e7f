package dev.headwater;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String OWN = "dev.headwater";

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(OWN);

  private static final String[] WITH_SPARK = {OWN + ".job..", OWN + ".spark.."};

  @Test
  void onlyJobsAndTheSparkPackageKnowSpark() {
    noClasses()
        .that()
        .resideOutsideOfPackages(WITH_SPARK)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "org.apache.iceberg..", "org.apache.hadoop..")
        .check(PRODUCT);
  }

  @Test
  void kernelsKnowNeitherJobsNorTheSparkPackageNorTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(OWN, OWN + ".job..", OWN + ".spark..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(OWN, OWN + ".job..", OWN + ".spark..", "picocli..")
        .check(PRODUCT);
  }

  @Test
  void theSparkPackageDoesNotKnowTheJobs() {
    noClasses()
        .that()
        .resideInAPackage(OWN + ".spark..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(OWN + ".job..")
        .check(PRODUCT);
  }

  @Test
  void rowsAreKeptInOneWay() {
    Set<String> ways = Set.of("checkpoint", "localCheckpoint", "persist", "cache");
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(OWN + ".spark.KeptRows")
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "keeps rows of Spark",
                call ->
                    call.getTargetOwner().getPackageName().startsWith("org.apache.spark")
                        && ways.contains(call.getName())))
        .check(PRODUCT);
  }

  @Test
  void rowsDependOnNoOtherPackageOfTheProduct() {
    classes()
        .that()
        .resideInAPackage(OWN + ".model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(OWN + ".model..", "java..", "com.dynatrace.hash4j..")
        .check(PRODUCT);
  }

  @Test
  void nothingIsNamedByAnEmptyWord() {
    noClasses()
        .should()
        .haveNameMatching(".*[.$](\\w*(Util|Utils|Helper|Manager|Impl)|(Base|Common)\\w*)")
        .check(PRODUCT);
  }

  @Test
  void noClassExtendsAnotherOfTheProduct() {
    DescribedPredicate<JavaClass> own =
        DescribedPredicate.describe(
            "of the product", type -> type.getPackageName().startsWith(OWN) && !type.isInterface());
    noClasses()
        .that()
        // A constant of an enum with a body is a class of its own to the compiler.
        .areNotAnonymousClasses()
        .should()
        .beAssignableTo(
            DescribedPredicate.describe(
                "a subclass of a class of the product",
                type -> type.getRawSuperclass().filter(own).isPresent()))
        .check(PRODUCT);
  }

  @Test
  void methodsAreNotNamedGet() {
    methods()
        .that(DescribedPredicate.describe("are named here", ArchitectureTest::isNamedHere))
        .should()
        .haveNameNotMatching("get([A-Z]\\w*)?")
        .check(PRODUCT);
  }

  /** Whether no library gave the method its name. */
  private static boolean isNamedHere(JavaMethod method) {
    return Stream.concat(
            method.getOwner().getAllRawSuperclasses().stream(),
            method.getOwner().getAllRawInterfaces().stream())
        .filter(type -> !type.getPackageName().startsWith(OWN))
        .flatMap(type -> type.getMethods().stream())
        .noneMatch(
            named ->
                named.getName().equals(method.getName())
                    && named.getParameters().size() == method.getParameters().size());
  }

  @Test
  void visibleMethodsTakeNoBoolean() {
    List<String> taking =
        PRODUCT.stream()
            // Records hold flags as data; nested callbacks are between two classes of a package.
            .filter(type -> !type.isRecord() && !type.isNestedClass())
            .filter(type -> !type.isAssignableTo(FileSystem.class))
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
            .filter(
                method ->
                    method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(boolean.class)))
            .map(method -> method.getFullName())
            .toList();
    assertThat(taking).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIs() {
    TreeSet<String> packages = new TreeSet<>();
    PRODUCT.forEach(type -> packages.add(type.getPackageName()));
    packages.remove(OWN);
    assertThat(packages).isNotEmpty();
    for (String name : packages) {
      assertThat(Path.of("src/main/java", name.replace('.', '/'), "package-info.java"))
          .as("package-info.java of %s", name)
          .content()
          .startsWith("/** ");
    }
  }
}
