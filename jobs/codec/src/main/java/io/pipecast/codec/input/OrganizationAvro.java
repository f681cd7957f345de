package io.pipecast.codec.input;

import io.pipecast.codec.avro.WireReader;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.organization.OrganizationFact.Kind;
import io.pipecast.domain.organization.Tree;
import java.io.IOException;

/** Reads the Avro records about the organization in the order of the schemas in force. */
final class OrganizationAvro {
    private static final Kind[] NODES = {Kind.USER, Kind.TERRITORY, Kind.ACCOUNT};
    private static final Tree[] TREES = Tree.values();

    private OrganizationAvro() {}

    static OrganizationFact readNode(WireReader in) throws IOException {
        Kind kind = in.symbol(NODES);
        String id = in.word();
        String name = in.optionalText();
        String parent = in.optionalWord();
        String territory = in.optionalWord();
        boolean active = in.truth();
        Dated dated = Dated.read(in);
        return new OrganizationFact(
                kind,
                id,
                dated.effectiveFrom,
                dated.recordedAt,
                dated.orderKey,
                name,
                parent,
                territory,
                active,
                null,
                null,
                null,
                null,
                OrganizationFact.NONE,
                null,
                null);
    }

    static OrganizationFact readQuota(WireReader in) throws IOException {
        Tree tree = in.symbol(TREES);
        String node = in.word();
        String period = in.word();
        String measure = in.word();
        String forecastType = in.word();
        long amount = in.number();
        String currency = in.word();
        Dated dated = Dated.read(in);
        return new OrganizationFact(
                Kind.QUOTA,
                node,
                dated.effectiveFrom,
                dated.recordedAt,
                dated.orderKey,
                null,
                null,
                null,
                true,
                tree,
                period,
                measure,
                forecastType,
                amount,
                currency,
                null);
    }

    static OrganizationFact readRate(WireReader in) throws IOException {
        String currency = in.word();
        String rate = in.text();
        Dated dated = Dated.read(in);
        return new OrganizationFact(
                Kind.RATE,
                currency,
                dated.effectiveFrom,
                dated.recordedAt,
                dated.orderKey,
                null,
                null,
                null,
                true,
                null,
                null,
                null,
                null,
                OrganizationFact.NONE,
                null,
                rate);
    }

    /** The three fields every statement ends with. */
    private record Dated(long effectiveFrom, long recordedAt, long orderKey) {
        static Dated read(WireReader in) throws IOException {
            long from = in.number();
            long recorded = in.optionalNumber();
            return new Dated(from, recorded == WireReader.MISSING ? from : recorded, in.number());
        }
    }
}
