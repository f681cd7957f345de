package io.pipecast.board.grafana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The five boards as they are committed, by their file. */
final class Boards {
    static final Path DIRECTORY = Path.of("../grafana/dashboards");

    private Boards() {}

    static List<Board> all() {
        return List.of(
                ExecutiveBoard.board(),
                TerritoryBoard.board(),
                RiskBoard.board(),
                ModelBoard.board(),
                OperationsBoard.board());
    }

    /** Text of each file. */
    static Map<Path, String> files() throws JsonProcessingException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter pretty = new DefaultPrettyPrinter();
        pretty.indentObjectsWith(lines);
        pretty.indentArraysWith(lines);
        Map<Path, String> files = new LinkedHashMap<>();
        for (Board board : all()) {
            String text = new ObjectMapper().writer(pretty).writeValueAsString(board.json());
            files.put(DIRECTORY.resolve(board.uid + ".json"), text + "\n");
        }
        return files;
    }
}
