package org.budgetledger.service;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Which way imports run: aggregate → budget → topics → api, with web and store on the ground floor. */
@AnalyzeClasses(packages = "org.budgetledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String SERVICE = "org.budgetledger.service";
    private static final String[] DOMAIN = {
        SERVICE + ".budget..",
        SERVICE + ".pool..",
        SERVICE + ".period..",
        SERVICE + ".deciding..",
        SERVICE + ".policy.."
    };

    /** The deciders and their state: what is in the domain's packages and is no adapter. */
    private static final DescribedPredicate<JavaClass> PURE =
            resideInAnyPackage(DOMAIN).and(not(adapter())).as("the deciders and their state");

    @ArchTest
    static final ArchRule deciders_know_the_language_and_nothing_else = classes()
            .that(PURE)
            .should()
            .onlyDependOnClassesThat(PURE.or(resideInAnyPackage(
                    "java..",
                    "org.budgetledger.api..",
                    "org.pcollections..",
                    "org.jspecify.annotations..",
                    "com.fasterxml.jackson.annotation..")));

    @ArchTest
    static final ArchRule deciders_have_no_clock_no_chance_and_no_world = noClasses()
            .that(PURE)
            .should()
            .callMethodWhere(target(name("now"))
                    .or(target(name("randomUUID")))
                    .or(target(name("currentTimeMillis")))
                    .or(target(name("nanoTime")))
                    .or(target(owner(type(Math.class))).and(target(name("random"))))
                    .or(target(name("parallelStream")))
                    .or(target(name("systemDefault"))))
            .orShould()
            .dependOnClassesThat(assignableTo(Clock.class)
                    .or(assignableTo(RandomGenerator.class))
                    .or(resideInAnyPackage(
                            "java.io..", "java.nio..", "java.net..", "java.sql..", "java.util.concurrent..")));

    @ArchTest
    static final ArchRule topics_do_not_know_the_budget = noClasses()
            .that()
            .resideInAPackage(SERVICE + ".budget.(*)..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SERVICE + ".budget");

    @ArchTest
    static final ArchRule a_budget_does_not_know_the_pools = noClasses()
            .that()
            .resideInAPackage(SERVICE + ".budget..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SERVICE + ".pool..");

    @ArchTest
    static final ArchRule the_ground_floor_does_not_know_what_stands_on_it = noClasses()
            .that()
            .resideInAnyPackage(SERVICE + ".web..", SERVICE + ".store..", SERVICE + ".policy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICE + ".budget..", SERVICE + ".pool..", SERVICE + ".audit..");

    @ArchTest
    static final ArchRule the_store_does_not_know_the_web = noClasses()
            .that()
            .resideInAPackage(SERVICE + ".store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICE + ".web..", SERVICE + ".security..");

    /** But for the local issuer, which takes requests itself and reads them as strictly as any other. */
    @ArchTest
    static final ArchRule packages_of_the_service_are_free_of_cycles = slices().matching(SERVICE + ".(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(
                    name(SERVICE + ".security.LocalIssuer"),
                    name(SERVICE + ".web.Bodies").or(name(SERVICE + ".web.StrictJson")));

    @ArchTest
    static final ArchRule topics_are_free_of_cycles =
            slices().matching(SERVICE + ".budget.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_language_knows_no_framework = classes()
            .that()
            .resideInAPackage("org.budgetledger.api..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.budgetledger.api..",
                    "org.jspecify.annotations..",
                    "com.fasterxml.jackson.annotation..");

    @ArchTest
    static final ArchRule the_read_side_does_not_know_the_write_side = noClasses()
            .that()
            .resideInAPackage("org.budgetledger.projections..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SERVICE + "..")
            .allowEmptyShould(true);

    /** The classes that join the domain to Axon and to HTTP, and what is nested in them. */
    private static DescribedPredicate<JavaClass> adapter() {
        return describe(
                "an adapter",
                type -> Stream.of("Aggregate", "CommandHandler", "Controller")
                        .anyMatch(ending -> outermost(type).getSimpleName().endsWith(ending)));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }
}
