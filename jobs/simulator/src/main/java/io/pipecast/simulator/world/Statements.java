package io.pipecast.simulator.world;

import io.pipecast.domain.calendar.FiscalCalendar;
import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.organization.Tree;
import io.pipecast.simulator.company.Account;
import io.pipecast.simulator.company.Company;
import io.pipecast.simulator.company.Manager;
import io.pipecast.simulator.company.Quotas;
import io.pipecast.simulator.company.Rates;
import io.pipecast.simulator.company.Region;
import io.pipecast.simulator.company.Rep;
import io.pipecast.simulator.record.Journal;

/** What the company states about itself: people, territories, accounts, quotas, rates. */
final class Statements {
    /** Quarters for which quotas are known, the current one included. */
    private static final int QUARTERS_PLANNED = 4;

    /** Share of a full quota in the first quarters of somebody new. */
    private static final double[] RAMP = {0.2, 0.55, 0.85, 1};

    private final Company company;
    private final Quotas quotas;
    private final Rates rates;
    private final FiscalCalendar fiscal;
    private final Journal journal;

    Statements(
            Company company, Quotas quotas, Rates rates, FiscalCalendar fiscal, Journal journal) {
        this.company = company;
        this.quotas = quotas;
        this.rates = rates;
        this.fiscal = fiscal;
        this.journal = journal;
    }

    /** Everything that holds when the log begins. */
    void everything(long at, Period quarter) {
        for (Region region : Region.values()) {
            journal.note(
                    OrganizationFact.territory(
                            region.id, region.label, null, true, at, journal.nextStatement()));
        }
        company.vicePresidents().forEach(vp -> leader(vp, at));
        company.managers().forEach(manager -> leader(manager, at));
        company.reps().forEach(rep -> rep(rep, true, at));
        for (Region region : Region.values()) {
            company.accounts(region).forEach(account -> account(account, at));
        }
        rates(at);
        for (int i = 0; i < QUARTERS_PLANNED; i++) {
            plan(fiscal.get(quarter.index() + i), at);
        }
    }

    private void leader(Manager leader, long at) {
        String territory = leader.superior() == null ? null : leader.region().id;
        journal.note(
                OrganizationFact.user(
                        leader.id(),
                        leader.name(),
                        leader.superior(),
                        territory,
                        true,
                        at,
                        journal.nextStatement()));
    }

    void rep(Rep rep, boolean active, long at) {
        journal.note(
                OrganizationFact.user(
                        rep.id(),
                        rep.name(),
                        rep.manager(),
                        rep.region().id,
                        active,
                        at,
                        journal.nextStatement()));
    }

    private void account(Account account, long at) {
        journal.note(
                OrganizationFact.account(
                        account.id(),
                        account.name(),
                        account.region().id,
                        at,
                        journal.nextStatement()));
    }

    void rates(long at) {
        for (String currency : Rates.FOREIGN) {
            journal.note(
                    OrganizationFact.rate(
                            currency, rates.published(currency), at, journal.nextStatement()));
        }
    }

    /** States the quotas of the quarter that has come into planning range. */
    void planAhead(Period quarter, long at) {
        plan(fiscal.get(quarter.index() + QUARTERS_PLANNED - 1), at);
    }

    private void plan(Period quarter, long at) {
        for (Quotas.Quota quota : quotas.all(quarter)) {
            quota(quota.tree(), quota.node(), quarter, quota.amount(), at);
        }
    }

    /** Somebody new carries less at first. */
    void ramp(Rep rep, Period quarter, long at) {
        for (int i = 0; i < QUARTERS_PLANNED; i++) {
            Period planned = fiscal.get(quarter.index() + i);
            long full = quotas.of(rep, planned);
            quota(Tree.REPORTING, rep.id(), planned, Math.round(full * RAMP[i]), at);
        }
    }

    /** Somebody who left carries nothing from the next quarter on. */
    void release(Rep rep, Period quarter, long at) {
        for (int i = 1; i < QUARTERS_PLANNED; i++) {
            quota(Tree.REPORTING, rep.id(), fiscal.get(quarter.index() + i), 0, at);
        }
    }

    private void quota(Tree tree, String node, Period quarter, long amount, long at) {
        journal.note(
                OrganizationFact.quota(
                        tree, node, quarter.id(), amount, "USD", at, at, journal.nextStatement()));
    }
}
