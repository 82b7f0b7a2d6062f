package fr.cloisonne.ui.portfolio;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.federation.Outsiders;
import fr.cloisonne.identity.habilitation.Administrators;
import fr.cloisonne.identity.habilitation.FactorRules;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.membership.JoinRequests;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.ui.signin.JoinBlock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a person reads who holds nothing yet: where they belong, whom to ask, and how. */
@Component
class NewcomerBlocks {

    private static final int NAMED = 5;

    private final Habilitations habilitations;
    private final Administrators administrators;
    private final UserAccounts accounts;
    private final Outsiders outsiders;
    private final JoinRequests joining;
    private final FactorRules factors;

    NewcomerBlocks(
            Habilitations habilitations,
            Administrators administrators,
            UserAccounts accounts,
            Outsiders outsiders,
            JoinRequests joining,
            FactorRules factors) {
        this.habilitations = habilitations;
        this.administrators = administrators;
        this.accounts = accounts;
        this.outsiders = outsiders;
        this.joining = joining;
        this.factors = factors;
    }

    /** One for each firm that could give something. */
    List<Div> of(UserAccountId person) {
        return Stream.concat(
                        outsiders.of(person).stream()
                                .map(one -> new JoinBlock(joining, one, "inside")),
                        habilitations.membershipsOf(person).stream().map(this::member))
                .toList();
    }

    /** The firms to which the person belongs, and which give them nothing beside what others do. */
    List<FirmCard> emptyHanded(UserAccountId person) {
        Set<FirmCard> explained = new HashSet<>(habilitations.firmsOf(person));
        explained.addAll(habilitations.askingForProvider(person));
        explained.addAll(factors.waitingFor(person));
        Predicate<FirmId> vouched = habilitations.vouchedFor(person);
        return habilitations.membershipsOf(person).stream()
                .filter(firm -> vouched.test(firm.id()) && !explained.contains(firm))
                .toList();
    }

    private Div member(FirmCard firm) {
        Div block = new Div();
        block.addClassName("block");
        Button ask =
                new Button(
                        block.getTranslation("portfolio.ask", firm.legalName()),
                        press ->
                                press.getSource()
                                        .getUI()
                                        .ifPresent(ui ->
                                                ui.navigate(
                                                        "f/" + firm.shortName() + "/requests")));
        ask.addThemeVariants(ButtonVariant.PRIMARY);
        block.add(
                new H2(block.getTranslation("newcomer.title", firm.legalName())),
                new Paragraph(block.getTranslation("newcomer.whom", names(firm))),
                ask);
        return block;
    }

    private String names(FirmCard firm) {
        return accounts.cards(administrators.toTell(firm.id())).values().stream()
                .sorted(Comparator.comparing(card -> card.name().family()))
                .limit(NAMED)
                .map(PersonCard::name)
                .map(name -> name.display())
                .collect(Collectors.joining(", "));
    }
}
