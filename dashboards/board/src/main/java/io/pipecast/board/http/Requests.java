package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.board.views.Node;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.organization.Tree;
import java.util.Locale;

/** What a request asks for, read from its parameters. */
final class Requests {
    private Requests() {}

    /** The tree asked for; reporting where none is named. */
    static Tree tree(Context context) {
        String name = context.queryParam("tree");
        if (name == null || name.isBlank()) {
            return Tree.REPORTING;
        }
        try {
            return Tree.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ApiProblem.badRequest("tree must be reporting or territory, was " + name);
        }
    }

    /** The node asked for; where none is named, the one the viewer begins at. */
    static Node node(Context context, Seen views) {
        ForecastSnapshot snapshot = views.forecasts();
        if (snapshot.isEmpty()) {
            throw ApiProblem.notFound("no forecast has arrived yet");
        }
        Tree tree = tree(context);
        String id = text(context, "node", home(views));
        Node node = snapshot.node(tree, id);
        if (node == null) {
            throw ApiProblem.notFound(
                    "no node " + id + " in the " + tree.name().toLowerCase(Locale.ROOT) + " tree");
        }
        return node;
    }

    private static String home(Seen views) {
        return views.viewer().home();
    }

    /** The period asked for; the current one where none is named. */
    static PipelineForecast period(Context context, Node node) {
        String id = text(context, "period", "current");
        PipelineForecast row = id.equals("current") ? node.current() : node.period(id);
        if (row == null) {
            throw ApiProblem.notFound("no period " + id + " for node " + node.id());
        }
        return row;
    }

    static String text(Context context, String name, String otherwise) {
        String value = context.queryParam(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    static boolean flag(Context context, String name) {
        return "true".equals(context.queryParam(name));
    }

    /** A whole number from 0 to a limit. */
    static int number(Context context, String name, int otherwise, int limit) {
        String value = text(context, name, Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number <= limit) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw ApiProblem.badRequest(name + " must be between 0 and " + limit + ", was " + value);
    }
}
