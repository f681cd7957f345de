package io.pipecast.simulator.company;

import io.pipecast.simulator.chance.Dice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The people and accounts of the simulated company; people come and go, accounts stay. */
public final class Company {
    /** Reps a manager leads. */
    public static final int TEAM = 6;

    private static final Region[] TEAM_REGIONS = {
        Region.AMERICAS,
        Region.EMEA,
        Region.AMERICAS,
        Region.DACH,
        Region.AMERICAS,
        Region.EMEA,
        Region.APAC
    };
    private static final int MANAGERS_PER_VP = 4;
    private static final int ACCOUNTS_PER_REP = 14;

    private final long seed;
    private final Names names = new Names();
    private final List<Manager> managers = new ArrayList<>();
    private final List<Manager> vicePresidents = new ArrayList<>();
    private final List<Rep> reps = new ArrayList<>();
    private final Map<Region, List<Account>> accounts = new EnumMap<>(Region.class);
    private int people;
    private int hired;

    /**
     * A company.
     *
     * @param seed seed of the simulation
     * @param size number of reps, at least 1
     */
    public Company(long seed, int size) {
        this.seed = seed;
        int teams = (size + TEAM - 1) / TEAM;
        appointLeaders(teams);
        for (int i = 0; i < size; i++) {
            reps.add(hire(managers.get(i % teams)));
        }
        openAccounts(size * ACCOUNTS_PER_REP);
    }

    private void appointLeaders(int teams) {
        int homeTeams = 0;
        for (int i = 0; i < teams; i++) {
            homeTeams += regionOfTeam(i) == Region.AMERICAS ? 1 : 0;
        }
        int home = appointVicePresidents(homeTeams, Region.AMERICAS);
        appointVicePresidents(teams - homeTeams, Region.EMEA);
        int[] led = new int[2];
        for (int i = 0; i < teams; i++) {
            Region region = regionOfTeam(i);
            int side = region == Region.AMERICAS ? 0 : 1;
            int vp = (side == 0 ? 0 : home) + led[side]++ / MANAGERS_PER_VP;
            managers.add(leader(vicePresidents.get(vp).id(), region));
        }
    }

    private int appointVicePresidents(int teams, Region region) {
        int count = (teams + MANAGERS_PER_VP - 1) / MANAGERS_PER_VP;
        for (int i = 0; i < count; i++) {
            vicePresidents.add(leader(null, region));
        }
        return count;
    }

    private static Region regionOfTeam(int team) {
        return TEAM_REGIONS[team % TEAM_REGIONS.length];
    }

    private Manager leader(String superior, Region region) {
        String name = names.person(people++);
        return new Manager(Names.userId(name), name, superior, region);
    }

    private Rep hire(Manager manager) {
        String name = names.person(people++);
        return Rep.draw(seed, hired++, Names.userId(name), name, manager.id(), manager.region());
    }

    private void openAccounts(int count) {
        for (Region region : Region.values()) {
            accounts.put(region, new ArrayList<>());
        }
        for (int i = 0; i < count; i++) {
            Region region = reps.get(i % reps.size()).region();
            String id = "acc-" + (10_001 + i);
            accounts.get(region).add(new Account(id, Names.account(i), region));
        }
    }

    /** Vice presidents, in order of appointment; they report to nobody. */
    public List<Manager> vicePresidents() {
        return vicePresidents;
    }

    /** First-line managers. */
    public List<Manager> managers() {
        return managers;
    }

    /** The desks: whoever sits at each of them now. */
    public List<Rep> reps() {
        return reps;
    }

    /** Accounts of a region, in order of their ids. */
    public List<Account> accounts(Region region) {
        return accounts.get(region);
    }

    /** Some account of a region. */
    public Account someAccount(Region region, Dice dice) {
        List<Account> ofRegion = accounts(region);
        return ofRegion.get(dice.whole(0, ofRegion.size() - 1));
    }

    /** Hires somebody new for a desk; from now on {@link #reps} shows them there. */
    public Rep replace(int desk) {
        Manager manager =
                managers.stream()
                        .filter(m -> m.id().equals(reps.get(desk).manager()))
                        .findFirst()
                        .orElseThrow();
        Rep hire = hire(manager);
        reps.set(desk, hire);
        return hire;
    }

    /** Some colleague in the team of a desk, or the same desk where there is none. */
    public int colleagueOf(int desk, Dice dice) {
        String manager = reps.get(desk).manager();
        List<Integer> team = new ArrayList<>();
        for (int i = 0; i < reps.size(); i++) {
            if (i != desk && reps.get(i).manager().equals(manager)) {
                team.add(i);
            }
        }
        return team.isEmpty() ? desk : team.get(dice.whole(0, team.size() - 1));
    }
}
