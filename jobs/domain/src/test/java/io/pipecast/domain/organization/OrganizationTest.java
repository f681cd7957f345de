package io.pipecast.domain.organization;

import static io.pipecast.domain.organization.OrganizationFact.account;
import static io.pipecast.domain.organization.OrganizationFact.quota;
import static io.pipecast.domain.organization.OrganizationFact.territory;
import static io.pipecast.domain.organization.OrganizationFact.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.organization.OrganizationFact.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrganizationTest {
    private static final long JANUARY = 1_000;
    private static final long APRIL = 2_000;
    private static final long JULY = 3_000;

    private static Organization of(OrganizationFact... facts) {
        Organization organization = new Organization();
        for (OrganizationFact fact : facts) {
            organization.add(fact);
        }
        return organization;
    }

    @Test
    void aPathLeadsFromTheUserOverTheManagersToTheCompany() {
        Organization organization =
                of(
                        user("rep", "Rep", "manager", null, true, JANUARY, 1),
                        user("manager", "Manager", "vp", null, true, JANUARY, 2),
                        user("vp", "VP", null, null, true, JANUARY, 3));
        assertThat(organization.reportingPath("rep", APRIL))
                .containsExactly("rep", "manager", "vp", Organization.COMPANY);
        assertThat(organization.reportingPath("vp", APRIL))
                .containsExactly("vp", Organization.COMPANY);
    }

    @Test
    void everyInstantSeesTheTreeOfItsTime() {
        Organization organization =
                of(
                        user("rep", "Rep", "old", null, true, JANUARY, 1),
                        user("old", "Old", null, null, true, JANUARY, 2),
                        user("new", "New", null, null, true, JANUARY, 3),
                        user("rep", "Rep", "new", null, true, APRIL, 4));
        assertThat(organization.reportingPath("rep", APRIL - 1))
                .contains("old")
                .doesNotContain("new");
        assertThat(organization.reportingPath("rep", APRIL)).contains("new").doesNotContain("old");
        assertThat(organization.reportingPath("rep", JANUARY - 1))
                .containsExactly(Organization.UNASSIGNED, Organization.COMPANY);
    }

    @Test
    void aLeaversDealsFallToTheNextActiveManager() {
        Organization organization =
                of(
                        user("rep", "Rep", "manager", null, true, JANUARY, 1),
                        user("manager", "Manager", "vp", null, true, JANUARY, 2),
                        user("vp", "VP", null, null, true, JANUARY, 3),
                        user("rep", "Rep", "manager", null, false, APRIL, 4),
                        user("manager", "Manager", "vp", null, false, JULY, 5));
        assertThat(organization.reportingPath("rep", APRIL))
                .containsExactly("manager", "vp", Organization.COMPANY);
        assertThat(organization.reportingPath("rep", JULY))
                .containsExactly("vp", Organization.COMPANY);
    }

    @Test
    void unknownUsersAndLeaversWithoutManagersAreUnassigned() {
        Organization organization = of(user("rep", "Rep", null, null, false, JANUARY, 1));
        List<String> unassigned = List.of(Organization.UNASSIGNED, Organization.COMPANY);
        assertThat(organization.reportingPath("rep", APRIL)).isEqualTo(unassigned);
        assertThat(organization.reportingPath("nobody", APRIL)).isEqualTo(unassigned);
        assertThat(organization.reportingPath(null, APRIL)).isEqualTo(unassigned);
        assertThat(organization.territoryPath("atlantis", APRIL)).isEqualTo(unassigned);
    }

    @Test
    void aCircleOfManagersEnds() {
        Organization organization =
                of(
                        user("a", "A", "b", null, true, JANUARY, 1),
                        user("b", "B", "c", null, true, JANUARY, 2),
                        user("c", "C", "a", null, true, JANUARY, 3),
                        user("self", "Self", "self", null, true, JANUARY, 4),
                        user("gone1", "G", "gone2", null, false, JANUARY, 5),
                        user("gone2", "G", "gone1", null, false, JANUARY, 6));
        assertThat(organization.reportingPath("a", APRIL))
                .containsExactly("a", "b", "c", Organization.COMPANY);
        assertThat(organization.reportingPath("self", APRIL))
                .containsExactly("self", Organization.COMPANY);
        assertThat(organization.reportingPath("gone1", APRIL))
                .containsExactly(Organization.UNASSIGNED, Organization.COMPANY);
    }

    @Test
    void theTerritoryIsTheDealsOwnElseTheAccountsElseTheOwners() {
        Organization organization =
                of(
                        territory("north", "North", "world", true, JANUARY, 1),
                        territory("world", "World", null, true, JANUARY, 2),
                        account("acme", "Acme", "south", JANUARY, 3),
                        account("bare", "Bare", null, JANUARY, 4),
                        user("rep", "Rep", null, "north", true, JANUARY, 5));
        assertThat(organization.territoryOf("east", "acme", "rep", APRIL)).isEqualTo("east");
        assertThat(organization.territoryOf(null, "acme", "rep", APRIL)).isEqualTo("south");
        assertThat(organization.territoryOf(null, "bare", "rep", APRIL)).isEqualTo("north");
        assertThat(organization.territoryOf(null, "unheard-of", "rep", APRIL)).isEqualTo("north");
        assertThat(organization.territoryOf(null, null, "nobody", APRIL))
                .isEqualTo(Organization.UNASSIGNED);
        assertThat(organization.territoryOf(null, null, null, APRIL))
                .isEqualTo(Organization.UNASSIGNED);
        assertThat(organization.territoryPath("north", APRIL))
                .containsExactly("north", "world", Organization.COMPANY);
    }

    @Test
    void theQuotaInForceIsTheNewestEffectiveOneAndALaterRecordCorrects() {
        Organization organization =
                of(
                        quota(Tree.REPORTING, "rep", "2026-Q1", 100, "EUR", JANUARY, JANUARY, 1),
                        quota(Tree.REPORTING, "rep", "2026-Q1", 150, "EUR", APRIL, APRIL, 2),
                        quota(Tree.REPORTING, "rep", "2026-Q1", 120, "EUR", JANUARY, JULY, 3),
                        quota(Tree.TERRITORY, "rep", "2026-Q1", 900, "EUR", JANUARY, JANUARY, 4));
        assertThat(amount(organization, Tree.REPORTING, "2026-Q1", JANUARY)).isEqualTo(120);
        assertThat(amount(organization, Tree.REPORTING, "2026-Q1", APRIL)).isEqualTo(150);
        assertThat(amount(organization, Tree.TERRITORY, "2026-Q1", APRIL)).isEqualTo(900);
        assertThat(organization.quota(Tree.REPORTING, "rep", "2026-Q2", "amount", "default", APRIL))
                .isNull();
        assertThat(organization.quota(Tree.REPORTING, "rep", "2026-Q1", "arr", "default", APRIL))
                .isNull();
        assertThat(
                        organization.quota(
                                Tree.REPORTING, "rep", "2026-Q1", "amount", "default", JANUARY - 1))
                .isNull();
    }

    private static long amount(Organization organization, Tree tree, String period, long at) {
        return organization.quota(tree, "rep", period, "amount", "default", at).amount();
    }

    @Test
    void everyStatementOfAKindIsListedOnceByItsLatestShape() {
        Organization organization =
                of(
                        user("b", "B", null, null, true, JANUARY, 1),
                        user("a", "Ann", null, null, true, JANUARY, 2),
                        user("a", "Anna", null, null, true, APRIL, 3),
                        user("c", "C", null, null, true, JULY, 4),
                        territory("north", "North", null, true, JANUARY, 5));
        assertThat(organization.all(Kind.USER, APRIL))
                .extracting(OrganizationFact::name)
                .containsExactly("Anna", "B");
    }

    @Test
    void orderAndRepetitionOfArrivalDoNotMatter() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<OrganizationFact> facts = statements(random);
            Organization told = of(facts.toArray(OrganizationFact[]::new));
            List<OrganizationFact> arriving = new ArrayList<>(facts);
            arriving.addAll(facts.subList(0, facts.size() / 2));
            Collections.shuffle(arriving, random);
            Organization shuffled = of(arriving.toArray(OrganizationFact[]::new));
            assertThat(shuffled.size()).as("seed %d", seed).isEqualTo(told.size());
            for (long at = 0; at <= 10; at++) {
                for (int u = 0; u < 8; u++) {
                    assertThat(shuffled.reportingPath("u" + u, at))
                            .as("seed %d, u%d at %d", seed, u, at)
                            .isEqualTo(told.reportingPath("u" + u, at));
                    assertThat(shuffled.user("u" + u, at)).isEqualTo(told.user("u" + u, at));
                }
            }
        }
    }

    /** Few users, few instants: plenty of ties. */
    private static List<OrganizationFact> statements(Random random) {
        List<OrganizationFact> facts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String id = "u" + random.nextInt(8);
            String manager = random.nextInt(4) == 0 ? null : "u" + random.nextInt(8);
            boolean active = random.nextInt(5) > 0;
            long order = random.nextInt(3);
            facts.add(user(id, "Name " + i, manager, null, active, random.nextInt(10), order));
        }
        return facts;
    }
}
