package io.pipecast.simulator.world;

import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.Tree;
import io.pipecast.simulator.company.Company;
import io.pipecast.simulator.company.Manager;
import io.pipecast.simulator.company.Rates;
import io.pipecast.simulator.company.Rep;
import io.pipecast.simulator.deal.Deal;
import io.pipecast.simulator.truth.LandingTruth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What every node of both trees has booked in the running quarter, to the cent. */
final class Ledger {
    private final Company company;
    private final Rates rates;
    private final TreeMap<String, long[]> reporting = new TreeMap<>();
    private final TreeMap<String, long[]> territory = new TreeMap<>();

    Ledger(Company company, Rates rates) {
        this.company = company;
        this.rates = rates;
    }

    /** Books a deal won today with its owner, whoever leads them, and the buyer's region. */
    void book(Deal deal) {
        long cents =
                new BigDecimal(rates.published(deal.currency()))
                        .multiply(BigDecimal.valueOf(deal.enteredAmount()))
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact();
        Rep rep = deal.rep();
        add(reporting, rep.id(), cents);
        add(reporting, rep.manager(), cents);
        add(reporting, superior(rep.manager()), cents);
        add(reporting, Organization.COMPANY, cents);
        add(territory, deal.account().region().id, cents);
        add(territory, Organization.COMPANY, cents);
    }

    private String superior(String manager) {
        return company.managers().stream()
                .filter(m -> m.id().equals(manager))
                .map(Manager::superior)
                .findFirst()
                .orElseThrow();
    }

    private static void add(TreeMap<String, long[]> booked, String node, long cents) {
        long[] sums = booked.computeIfAbsent(node, n -> new long[2]);
        sums[0] += cents;
        sums[1]++;
    }

    /** What was booked since the last call, by node. */
    List<LandingTruth> close(Period quarter) {
        List<LandingTruth> landings = new ArrayList<>();
        take(quarter, Tree.REPORTING, reporting, landings);
        take(quarter, Tree.TERRITORY, territory, landings);
        return landings;
    }

    private static void take(
            Period quarter, Tree tree, TreeMap<String, long[]> booked, List<LandingTruth> into) {
        booked.forEach(
                (node, sums) ->
                        into.add(
                                new LandingTruth(
                                        quarter.id(), tree, node, sums[0], (int) sums[1])));
        booked.clear();
    }
}
