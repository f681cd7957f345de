package io.pipecast.simulator.company;

import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.Tree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Quotas of every node of both trees: reps by the size of their desk and the season, whoever leads
 * them somewhat less than the sum below (over-assignment).
 */
public final class Quotas {
    /** What is asked beyond what was booked before. */
    private static final double STRETCH = 1.16;

    private static final double[] SEASON = {0.98, 1.0, 0.99, 1.03};
    private static final double GROWTH_PER_QUARTER = 1.02;
    private static final double AVERAGE_PORTFOLIO = 20;
    private static final double MANAGER_SHARE = 0.96;
    private static final double VP_SHARE = 0.98;
    private static final double COMPANY_SHARE = 0.98;
    private static final long ROUNDING = 1_000_00;

    private final Company company;
    private final int firstPeriod;
    private double perDesk;

    /**
     * Quotas of a company.
     *
     * @param first quarter from which quotas grow
     */
    public Quotas(Company company, Period first) {
        this.company = company;
        this.firstPeriod = first.index();
    }

    /**
     * Sets the level of all quotas.
     *
     * @param booked what the company books in a quarter, US cents
     */
    public void plan(double booked) {
        double desks = 0;
        for (Rep rep : company.reps()) {
            desks += rep.portfolio() / AVERAGE_PORTFOLIO;
        }
        perDesk = STRETCH * booked / desks;
    }

    /**
     * A quota.
     *
     * @param tree tree of the node
     * @param node node id
     * @param amount US cents
     */
    public record Quota(Tree tree, String node, long amount) {}

    /** Quota of a rep for a quarter, US cents. */
    public long of(Rep rep, Period quarter) {
        int season = (LocalDate.ofEpochDay(quarter.startDay()).getMonthValue() - 1) / 3;
        double growth = StrictMath.pow(GROWTH_PER_QUARTER, quarter.index() - firstPeriod);
        return rounded(perDesk * rep.portfolio() / AVERAGE_PORTFOLIO * SEASON[season] * growth);
    }

    private static long rounded(double amount) {
        return Math.round(amount / ROUNDING) * ROUNDING;
    }

    /** Quotas of all nodes for a quarter, leaders after their reps. */
    public List<Quota> all(Period quarter) {
        List<Quota> quotas = new ArrayList<>();
        Map<String, Long> byManager = new LinkedHashMap<>();
        Map<Region, Long> byRegion = new LinkedHashMap<>();
        for (Rep rep : company.reps()) {
            long quota = of(rep, quarter);
            quotas.add(new Quota(Tree.REPORTING, rep.id(), quota));
            byManager.merge(rep.manager(), quota, Long::sum);
            byRegion.merge(rep.region(), quota, Long::sum);
        }
        long whole = leaders(quotas, byManager);
        byRegion.forEach(
                (region, sum) ->
                        quotas.add(
                                new Quota(
                                        Tree.TERRITORY, region.id, rounded(sum * MANAGER_SHARE))));
        for (Tree tree : Tree.values()) {
            quotas.add(new Quota(tree, Organization.COMPANY, rounded(whole * COMPANY_SHARE)));
        }
        return quotas;
    }

    private long leaders(List<Quota> quotas, Map<String, Long> byManager) {
        Map<String, Long> byVicePresident = new LinkedHashMap<>();
        for (Manager manager : company.managers()) {
            long quota = rounded(byManager.getOrDefault(manager.id(), 0L) * MANAGER_SHARE);
            quotas.add(new Quota(Tree.REPORTING, manager.id(), quota));
            byVicePresident.merge(manager.superior(), quota, Long::sum);
        }
        long whole = 0;
        for (Map.Entry<String, Long> entry : byVicePresident.entrySet()) {
            long quota = rounded(entry.getValue() * VP_SHARE);
            quotas.add(new Quota(Tree.REPORTING, entry.getKey(), quota));
            whole += quota;
        }
        return whole;
    }
}
