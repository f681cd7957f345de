package io.pipecast.connect.importing;

import io.pipecast.connect.emission.EventSink;
import io.pipecast.connect.emission.ImportedEvent;
import io.pipecast.connect.mapping.Mapping.DerivedUsers;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.organization.OrganizationFact.Kind;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Merges organization, quota and rate records into the events in their order; and states owners
 * nobody stated, at the event that first names them, where the mapping says so.
 */
final class WithOrganization implements EventSink {
    private final EventSink next;
    private final List<ImportedEvent> facts;
    private final DerivedUsers derived;
    private final Set<String> users = new HashSet<>();
    private int stated;

    /**
     * A merge.
     *
     * @param facts in any order
     * @param derived how unknown owners become users, or null
     */
    WithOrganization(List<ImportedEvent> facts, DerivedUsers derived, EventSink next) {
        this.facts = facts.stream().sorted().toList();
        this.derived = derived;
        this.next = next;
        for (ImportedEvent event : facts) {
            if (event.fact().kind() == Kind.USER) {
                users.add(event.fact().id());
            }
        }
    }

    @Override
    public void accept(ImportedEvent event) throws IOException {
        while (stated < facts.size() && facts.get(stated).compareTo(event) <= 0) {
            next.accept(facts.get(stated++));
        }
        String owner = event.change() == null ? null : event.change().owner;
        if (derived != null && owner != null && users.add(owner)) {
            next.accept(ImportedEvent.of(user(owner, event)));
        }
        next.accept(event);
    }

    private OrganizationFact user(String id, ImportedEvent at) {
        String name = derived.name().replace("{id}", id);
        return OrganizationFact.user(
                id, name, derived.parent(), derived.territory(), true, at.time(), at.orderKey());
    }

    @Override
    public void finish() throws IOException {
        while (stated < facts.size()) {
            next.accept(facts.get(stated++));
        }
        next.finish();
    }
}
