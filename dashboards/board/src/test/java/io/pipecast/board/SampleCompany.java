package io.pipecast.board;

import io.pipecast.domain.organization.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A plausible company to look at: 2 VPs, 7 managers, 42 reps, 4 regions; the same for the same
 * seed.
 */
final class SampleCompany {
    private static final String[] FIRST = {
        "Avery", "Blake", "Camila", "Dana", "Elif", "Farid", "Grace", "Hugo", "Ines", "Jonas",
                "Keiko",
        "Luca", "Maya", "Nadia", "Omar", "Priya", "Quinn", "Rosa", "Sofia", "Tariq", "Uma",
                "Victor",
        "Wen", "Yusuf", "Zoe"
    };
    private static final String[] LAST = {
        "Abbott", "Bauer", "Castillo", "Diaz", "Engström", "Fischer", "Gupta", "Hansen", "Ito",
                "Jensen",
        "Khan", "Lindqvist", "Moreau", "Novak", "Okafor", "Petrov", "Quist", "Reyes", "Sato",
                "Tanaka",
        "Usman", "Vogel", "Weber", "Xu", "Young"
    };
    static final String[] REGIONS = {"Americas East", "Americas West", "EMEA", "APAC"};

    /**
     * A node of a tree.
     *
     * @param reps indexes of the reps below it
     */
    record Place(Tree tree, String id, String name, String parent, int level, List<Integer> reps) {}

    /**
     * A rep.
     *
     * @param quota minor units a quarter
     */
    record Rep(String id, String name, String region, long quota, double skill) {}

    final List<Place> places = new ArrayList<>();
    final List<Rep> reps = new ArrayList<>();

    SampleCompany(long seed) {
        Random random = new Random(seed);
        places.add(place(Tree.REPORTING, "company", "Halden Instruments", null, 0));
        places.add(place(Tree.TERRITORY, "company", "Halden Instruments", null, 0));
        for (String region : REGIONS) {
            places.add(place(Tree.TERRITORY, regionId(region), region, "company", 1));
        }
        for (int vp = 0; vp < 2; vp++) {
            String id = "vp-" + (vp + 1);
            places.add(place(Tree.REPORTING, id, name(vp * 7), "company", 1));
            for (int manager = 0; manager < 4 - vp; manager++) {
                team(id, vp * 4 + manager, random);
            }
        }
    }

    private void team(String vp, int manager, Random random) {
        String id = "mgr-" + (manager + 1);
        places.add(place(Tree.REPORTING, id, name(30 + manager * 3), vp, 2));
        for (int i = 0; i < 6; i++) {
            int index = reps.size();
            String repId = String.format("rep-%02d", index + 1);
            String region = REGIONS[manager % 4];
            long quota = (220_000 + random.nextInt(9) * 20_000L) * 100;
            reps.add(
                    new Rep(
                            repId,
                            name(60 + index),
                            region,
                            quota,
                            0.78 + random.nextDouble() * .5));
            places.add(place(Tree.REPORTING, repId, name(60 + index), id, 3));
            addTo(Tree.REPORTING, index, repId, id, vp, "company");
            addTo(Tree.TERRITORY, index, regionId(region), "company");
        }
    }

    private void addTo(Tree tree, int rep, String... ids) {
        for (Place place : places) {
            if (place.tree() == tree && List.of(ids).contains(place.id())) {
                place.reps().add(rep);
            }
        }
    }

    private static Place place(Tree tree, String id, String name, String parent, int level) {
        return new Place(tree, id, name, parent, level, new ArrayList<>());
    }

    static String regionId(String region) {
        return region.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    private static String name(int i) {
        return FIRST[(i * 7 + 3) % FIRST.length] + " " + LAST[(i * 11 + i / 25 + 5) % LAST.length];
    }
}
