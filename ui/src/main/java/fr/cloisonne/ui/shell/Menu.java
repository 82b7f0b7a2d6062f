package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Access;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.membership.RequestList;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.Sign;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The way through the house: only what this person's rights open. */
class Menu extends Nav {

    private MenuPlace here = new MenuPlace("");

    Menu() {
        addClassName("menu");
        setAriaLabel(getTranslation("menu.label"));
    }

    void show(
            UserAccountId person,
            Habilitations habilitations,
            RequestList requests,
            boolean operator,
            String location) {
        here = new MenuPlace(location);
        removeAll();
        add(new UnorderedList(entry("menu.portfolio", Sign.PORTFOLIO, "")));
        CompanyAddress.parse(location)
                .ifPresent(place -> company(habilitations.access(person, place.company())));
        List<FirmCard> memberships = habilitations.membershipsOf(person);
        Set<FirmCard> firms = new LinkedHashSet<>(habilitations.firmsOf(person));
        firms.addAll(memberships);
        for (FirmCard firm : firms) {
            Set<Right> rights = habilitations.firmRights(person, firm.shortName());
            int waiting =
                    rights.contains(Right.SEE_REQUESTS)
                            ? requests.countWaiting(person, firm.shortName())
                            : 0;
            firm(firm, rights, waiting, memberships.contains(firm));
        }
        if (operator) {
            add(
                    caption(getTranslation("menu.service")),
                    new UnorderedList(
                            entry("menu.operator", Sign.PEOPLE, "operator"),
                            entry("menu.domain-review", Sign.KEY, "operator/domains"),
                            entry("menu.appointments", Sign.KEY, "operator/appointments"),
                            entry("menu.recoveries", Sign.KEY, "operator/recoveries"),
                            entry("menu.schemas", Sign.BOOK, "operator/schemas"),
                            entry("menu.operator-audit", Sign.HISTORY, "operator/audit")));
        }
    }

    private void company(Access access) {
        CompanyPath path = access.company().path();
        UnorderedList pages = new UnorderedList(companyEntry("home", Sign.HOME, path, ""));
        if (access.allows(Right.DEPOSIT)) {
            pages.add(companyEntry("deposit", Sign.DEPOSIT, path, CompanyAddress.DEPOSIT));
        }
        if (access.allows(Right.CONSULT)) {
            pages.add(companyEntry("invoices", Sign.INVOICES, path, CompanyAddress.INVOICES));
            pages.add(companyEntry("history", Sign.HISTORY, path, CompanyAddress.HISTORY));
        }
        add(caption(access.company().legalName()), pages);
    }

    private void firm(FirmCard firm, Set<Right> rights, int waiting, boolean member) {
        UnorderedList pages = new UnorderedList();
        String address = "f/" + firm.shortName();
        if (rights.contains(Right.AUDIT)) {
            pages.add(entry("menu.habilitations", Sign.PEOPLE, address + "/matrix"));
        }
        if (rights.contains(Right.DELEGATE)) {
            pages.add(entry("menu.provisioning", Sign.BOOK, address + "/provisioning"));
        }
        if (rights.contains(Right.SEE_REQUESTS)) {
            pages.add(counted("menu.approvals", Sign.INBOX, address + "/approvals", waiting));
        }
        if (rights.contains(Right.SEE_SIGN_IN)) {
            pages.add(entry("menu.providers", Sign.KEY, address + "/providers"));
            pages.add(entry("menu.firm-factor", Sign.CHECK, address + "/second-factor"));
        }
        if (rights.contains(Right.SEE_CONNECTIONS)) {
            pages.add(entry("menu.connections", Sign.PLUG, address + "/connections"));
        }
        if (rights.contains(Right.APPROVE)) {
            pages.add(entry("menu.attachments", Sign.PEOPLE, address + "/attachments"));
        }
        if (rights.contains(Right.DELEGATE)) {
            pages.add(entry("menu.firm-name", Sign.HOME, address + "/name"));
        }
        if (rights.contains(Right.AUDIT)) {
            pages.add(entry("menu.audit", Sign.HISTORY, address + "/audit"));
        }
        if (member) {
            pages.add(entry("menu.requests", Sign.ASK, address + "/requests"));
        }
        if (pages.getComponentCount() > 0) {
            add(caption(firm.legalName()), pages);
        }
    }

    private ListItem companyEntry(String name, Sign sign, CompanyPath path, String page) {
        return entry("menu." + name, sign, CompanyAddress.to(path, page));
    }

    private ListItem counted(String text, Sign sign, String address, int count) {
        ListItem item = entry(text, sign, address);
        if (count > 0) {
            Span shown = new Span(String.valueOf(count));
            shown.addClassName("badge");
            shown.getElement().setAttribute("aria-label", getTranslation("menu.waiting", count));
            shown.getElement().setAttribute("role", "img");
            item.getChildren().findFirst().ifPresent(link -> ((Anchor) link).add(shown));
        }
        return item;
    }

    private ListItem entry(String text, Sign sign, String address) {
        Anchor link = new Anchor(address, sign.draw());
        link.add(getTranslation(text));
        if (here.isUnder(address)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return new ListItem(link);
    }

    private static Paragraph caption(String text) {
        Paragraph caption = new Paragraph(text);
        caption.addClassName("caption");
        return caption;
    }
}
