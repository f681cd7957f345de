package io.pipecast.connect.importing;

import io.pipecast.connect.emission.FurtherTables;
import io.pipecast.connect.mapping.Mapping;
import io.pipecast.domain.deal.StageTable;
import java.nio.file.Path;
import java.util.List;

/**
 * What to import.
 *
 * @param mapping how
 * @param tables further files of the mapping
 * @param inputs files in the order of their positions
 * @param stages configured stages, or null when any is taken
 */
public record ImportRequest(
        Mapping mapping, FurtherTables tables, List<Path> inputs, StageTable stages) {}
