package fr.cloisonne.ui.shell;

import com.vaadin.flow.server.VaadinSession;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.TenantId;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The client companies visited last in this session; it orders a list and opens nothing. */
final class RecentCompanies implements Serializable {

    private static final int KEPT = 5;

    private final Deque<TenantId> visited = new ArrayDeque<>();

    static RecentCompanies ofSession() {
        VaadinSession session = VaadinSession.getCurrent();
        RecentCompanies known = session.getAttribute(RecentCompanies.class);
        if (known != null) {
            return known;
        }
        RecentCompanies fresh = new RecentCompanies();
        session.setAttribute(RecentCompanies.class, fresh);
        return fresh;
    }

    void visited(TenantId tenant) {
        visited.remove(tenant);
        visited.addFirst(tenant);
        if (visited.size() > KEPT) {
            visited.removeLast();
        }
    }

    /** The same companies, the recent ones first, the others in the order they came. */
    List<ClientCompanyCard> first(List<ClientCompanyCard> companies) {
        List<TenantId> order = List.copyOf(visited);
        List<ClientCompanyCard> sorted = new ArrayList<>(companies);
        sorted.sort(
                Comparator.comparingInt(card -> {
                    int rank = order.indexOf(card.tenant());
                    return rank < 0 ? KEPT : rank;
                }));
        return sorted;
    }
}
