package io.pipecast.board.access;

import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.board.views.Node;
import io.pipecast.board.views.Views;
import io.pipecast.codec.settings.AccessSettings;
import io.pipecast.codec.settings.AccessSettings.RepLabels;
import io.pipecast.codec.settings.BoardRole;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.organization.Tree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes of the views what a viewer may see of them, by the organization of the newest cut. */
public final class Sight {
    private final Views views;
    private final AccessSettings access;
    private final Pseudonyms pseudonyms;
    private final Map<String, String> places = new HashMap<>();
    private final Map<Viewer, Field> fields = new ConcurrentHashMap<>();

    /** The sight on views under settings. */
    public Sight(Views views, AccessSettings access) {
        this.views = views;
        this.access = access;
        this.pseudonyms = new Pseudonyms(access.pseudonymKey());
        access.users().stream()
                .filter(who -> who.user() != null)
                .forEach(who -> places.put(who.name(), who.user()));
    }

    /** What a viewer sees now. */
    public Seen of(Viewer viewer) {
        ForecastSnapshot whole = views.forecasts();
        Field field =
                fields.compute(
                        viewer,
                        (who, known) ->
                                known != null && known.whole() == whole
                                        ? known
                                        : field(who, whole));
        return new Seen(views, viewer, field);
    }

    /** What the metrics page tells: everything, reps by the names that are configured. */
    public Seen ofMetrics() {
        return of(Viewer.ANYBODY);
    }

    private Field field(Viewer viewer, ForecastSnapshot whole) {
        Set<String> owners = viewer.role().seesAll() ? null : owners(viewer, whole);
        boolean chances = viewer.role() != BoardRole.REP || access.repsSeeChances();
        Map<String, String> names = new HashMap<>();
        Set<String> named = owners == null ? null : new HashSet<>(owners);
        if (named != null) {
            name(viewer, whole, named, names);
        }
        RepLabels labels = owners == null ? access.repLabels() : RepLabels.SHOWN;
        Naming naming = new Naming(whole, named, labels, pseudonyms, places);
        Lens lens = new Lens(whole, viewer, owners, naming, chances);
        ForecastSnapshot seen = lens.isClear() ? whole : whole.through(lens::row, names);
        return new Field(whole, seen, owners, naming, naming.behind(), chances);
    }

    /** Whose deals a viewer with a place in the organization sees. */
    private static Set<String> owners(Viewer viewer, ForecastSnapshot whole) {
        Node node = viewer.user() == null ? null : whole.node(Tree.REPORTING, viewer.user());
        return switch (viewer.role()) {
            case MANAGER -> node == null ? Set.of() : whole.subtree(node);
            case REP -> Set.of(viewer.user());
            default -> Set.of();
        };
    }

    /** Superiors and territories are known by name, though their numbers are not. */
    private static void name(
            Viewer viewer, ForecastSnapshot whole, Set<String> named, Map<String, String> names) {
        Node node = whole.node(Tree.REPORTING, viewer.home());
        if (node != null) {
            for (Node superior : whole.path(node)) {
                named.add(superior.id());
                names.put(ForecastSnapshot.nameKey(Tree.REPORTING, superior.id()), superior.name());
            }
        }
        for (Node territory : whole.nodes()) {
            if (territory.tree() == Tree.TERRITORY) {
                names.put(
                        ForecastSnapshot.nameKey(Tree.TERRITORY, territory.id()), territory.name());
            }
        }
    }

    /**
     * What a viewer sees of a cut.
     *
     * @param whole all of it
     * @param seen what the viewer sees of it
     * @param owners whose deals, or null for all
     * @param naming what people are called
     * @param behind ids behind pseudonyms
     * @param chances whether what the model thinks is seen
     */
    record Field(
            ForecastSnapshot whole,
            ForecastSnapshot seen,
            Set<String> owners,
            Naming naming,
            Map<String, String> behind,
            boolean chances) {
        /** The current fiscal period of the whole company, or null before any forecast. */
        PipelineForecast current() {
            Node company = whole.company();
            return company == null ? null : company.current();
        }

        /** What somebody who did something is called towards a viewer. */
        String nameOf(String actor, Viewer viewer) {
            return actor.equals(viewer.actor()) ? actor : seen.userName(naming.actor(actor));
        }
    }
}
