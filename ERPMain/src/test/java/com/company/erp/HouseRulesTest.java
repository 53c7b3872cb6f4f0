package com.company.erp;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.NeedsNothing;
import com.company.erp.platform.tenancy.CompanyPart;
import com.company.erp.platform.tenancy.CompanyRecord;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.ManyToMany;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the page "The house" (ARCHITECTURE.md) draws, checked against the code as it is. */
class HouseRulesTest {

    private static final String HOUSE = "com.company.erp";

    /** Plain words for all departments, and the entry: below and above the features. */
    private static final Set<String> NO_FEATURES = Set.of(HOUSE, HOUSE + ".kernel");

    private static final Map<String, String> TWO_DOORS = Map.of(
            HOUSE + ".finance.ledger", "Posting and proving that the roll-up and the chain are right share nothing.",
            HOUSE + ".masterdata.product", "Categories are a small world of their own beside products.");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);

    private static final DescribedPredicate<JavaClass> CONTROLLER =
            describe("controllers", c -> c.isMetaAnnotatedWith(Controller.class));
    private static final DescribedPredicate<JavaClass> DOOR = describe("doors", c -> c.isAnnotatedWith(Door.class));
    private static final DescribedPredicate<JavaClass> REPOSITORY =
            describe("repositories", c -> c.isInterface() && c.isAssignableTo(Repository.class) && inHouse(c));

    private static boolean inHouse(JavaClass c) {
        return c.getPackageName().startsWith(HOUSE);
    }

    @Test
    void features_depend_only_on_what_they_say() {
        ApplicationModules.of(ErpApplication.class).verify();
    }

    @Test
    void every_class_belongs_to_a_feature() {
        classes()
                .that(describe("stand in a feature's place", c -> !NO_FEATURES.contains(c.getPackageName())))
                .should(satisfy(
                        "be in a package that is a feature",
                        c -> c.getPackage().isAnnotatedWith(ApplicationModule.class)))
                .check(CODE);
    }

    @Test
    void every_package_is_null_safe() {
        classes()
                .should(satisfy(
                        "be in a package marked @NullMarked",
                        c -> c.getPackage().isAnnotatedWith(NullMarked.class)))
                .check(CODE);
    }

    @Test
    void entities_and_repositories_stay_inside_their_feature() {
        noClasses().that().areAnnotatedWith(Entity.class).should().bePublic().check(CODE);
        noClasses().that(REPOSITORY).should().bePublic().check(CODE);
    }

    @Test
    void every_entity_is_a_record_or_a_part_of_a_company() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .beAssignableTo(CompanyRecord.class)
                .orShould()
                .beAssignableTo(CompanyPart.class)
                .check(CODE);
        noFields().should().beAnnotatedWith(ElementCollection.class).check(CODE);
        noFields().should().beAnnotatedWith(ManyToMany.class).check(CODE);
    }

    @Test
    void entities_have_no_setters() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(CODE);
    }

    @Test
    void controllers_stay_inside_and_know_neither_repositories_nor_entities_nor_sql() {
        classes().that(CONTROLLER).should().bePackagePrivate().check(CODE);
        noClasses()
                .that(CONTROLLER)
                .should()
                .dependOnClassesThat(REPOSITORY
                        .or(describe("entities", c -> c.isAnnotatedWith(Entity.class)))
                        .or(describe(
                                "SQL",
                                c -> c.isAssignableTo(JdbcClient.class)
                                        || c.isAssignableTo(JdbcTemplate.class)
                                        || c.isAssignableTo(EntityManager.class))))
                .check(CODE);
    }

    @Test
    void transactions_begin_at_doors_only() {
        noClasses()
                .that(DescribedPredicate.not(DOOR))
                .and()
                .doNotHaveFullyQualifiedName(Door.class.getName())
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(CODE);
        noMethods()
                .that()
                .areDeclaredInClassesThat(DescribedPredicate.not(DOOR))
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(CODE);
    }

    @Test
    void what_is_needed_comes_through_the_constructor() {
        noFields().should().beAnnotatedWith(Autowired.class).check(CODE);
        noFields().should().beAnnotatedWith(Value.class).check(CODE);
        noMethods().should().beAnnotatedWith(Autowired.class).check(CODE);
    }

    @Test
    void time_is_an_argument_but_for_controllers_and_jobs() {
        noClasses()
                .that(DescribedPredicate.not(CONTROLLER))
                .and()
                .haveSimpleNameNotEndingWith("Job")
                .should(callNow())
                .check(CODE);
    }

    private static ArchCondition<JavaClass> callNow() {
        var clocks = Set.of(
                Instant.class.getName(),
                LocalDate.class.getName(),
                LocalDateTime.class.getName(),
                OffsetDateTime.class.getName(),
                ZonedDateTime.class.getName());
        return new ArchCondition<>("ask a clock of their own") {
            @Override
            public void check(JavaClass c, ConditionEvents events) {
                c.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getName().equals("now")
                                && clocks.contains(call.getTargetOwner().getName()))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(c, call.getDescription())));
            }
        };
    }

    @Test
    void a_feature_has_one_door_at_most_but_for_two_that_say_why() {
        var doors = CODE.stream().filter(DOOR).collect(Collectors.groupingBy(JavaClass::getPackageName));

        doors.values().removeIf(inFeature -> inFeature.size() == 1);
        assertThat(doors.keySet()).isEqualTo(TWO_DOORS.keySet());
    }

    @Test
    void every_public_method_of_a_door_says_what_permission_it_needs() {
        methods()
                .that()
                .areDeclaredInClassesThat(DOOR)
                .and()
                .arePublic()
                .should(satisfyAll("say what permission they need, as feature.verb", HouseRulesTest::saysWhatItNeeds))
                .check(CODE);
    }

    private static boolean saysWhatItNeeds(JavaMethod method) {
        if (method.isAnnotatedWith(NeedsNothing.class)) return true;
        return method.isAnnotatedWith(Needs.class)
                && method.getAnnotationOfType(Needs.class).value().matches("[a-z][a-z_]*\\.[a-z][a-z_]*");
    }

    @Test
    void what_only_reads_opens_a_read_only_transaction() {
        methods()
                .that()
                .areAnnotatedWith(Needs.class)
                .and(describe(
                        "read", m -> m.getAnnotationOfType(Needs.class).value().endsWith(".read")))
                .should(satisfyAll("open none but read-only transactions", HouseRulesTest::onlyReads))
                .check(CODE);
    }

    /** A step that must be inside another transaction opens none. */
    private static boolean onlyReads(JavaMethod method) {
        Transactional transaction = method.isAnnotatedWith(Transactional.class)
                ? method.getAnnotationOfType(Transactional.class)
                : method.getOwner()
                        .tryGetAnnotationOfType(Transactional.class)
                        .orElse(Door.class.getAnnotation(Transactional.class));
        return transaction.readOnly() || transaction.propagation() == Propagation.MANDATORY;
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Entity")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .check(CODE.that(DescribedPredicate.not(
                        // Named by its parent in Spring.
                        describe(
                                "the transaction manager",
                                c -> c.getSimpleName().equals("CompanyTransactionManager")))));
        noMethods()
                .should()
                .haveNameMatching("(process|handle|manage)([A-Z].*)?|do[A-Z].*")
                .check(CODE.that(DescribedPredicate.not(resideInAPackage(HOUSE + ".platform.web")
                        .or(resideInAPackage(HOUSE + ".platform.tenancy"))
                        .or(resideInAPackage(HOUSE + ".platform.idempotency"))
                        .or(resideInAPackage(HOUSE + ".web.frame"))
                        .or(resideInAPackage(HOUSE + ".assembly..")))));
    }

    @Test
    void kernel_is_plain_java() {
        classes()
                .that()
                .resideInAPackage(HOUSE + ".kernel")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", HOUSE + ".kernel")
                .check(CODE);
    }

    private static ArchCondition<JavaClass> satisfy(String what, Predicate<JavaClass> test) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass c, ConditionEvents events) {
                events.add(new SimpleConditionEvent(c, test.test(c), c.getName()));
            }
        };
    }

    private static ArchCondition<JavaMethod> satisfyAll(String what, Predicate<JavaMethod> test) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(new SimpleConditionEvent(method, test.test(method), method.getFullName()));
            }
        };
    }
}
