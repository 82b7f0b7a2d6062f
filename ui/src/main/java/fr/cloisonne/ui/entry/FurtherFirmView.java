package fr.cloisonne.ui.entry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import fr.cloisonne.identity.account.ActivationId;
import fr.cloisonne.identity.account.AskedTooOftenException;
import fr.cloisonne.identity.registration.Capacity;
import fr.cloisonne.identity.registration.CompanyRefusedException;
import fr.cloisonne.identity.registration.FirmAnswer;
import fr.cloisonne.identity.registration.FirmAsked;
import fr.cloisonne.identity.registration.FirmBirth;
import fr.cloisonne.identity.registration.FurtherFirms;
import fr.cloisonne.identity.registration.SignUpOffException;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.ui.enamel.FormAct;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.portfolio.FirmWishBlock;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Page;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.text.Translations;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;

/** Where a person who has an account asks to belong to one more firm, or opens one. */
@Route(value = "account/firms", layout = MainLayout.class)
@PermitAll
public class FurtherFirmView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final transient FurtherFirms further;
    private final transient FirmBirth birth;
    private final transient StepUp stepUp;
    private final Reader reader;
    private final Translations words;

    /** The page; Spring makes one for each visit. */
    public FurtherFirmView(
            FurtherFirms further,
            FirmBirth birth,
            StepUp stepUp,
            Reader reader,
            Translations words) {
        this.further = further;
        this.birth = birth;
        this.stepUp = stepUp;
        this.reader = reader;
        this.words = words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter("asked")
                        .flatMap(FurtherFirmView::id)
                        .flatMap(id -> further.typed(reader.person(), id)));
    }

    private static Optional<ActivationId> id(String written) {
        try {
            return Optional.of(new ActivationId(UUID.fromString(written)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private void show(Optional<FirmAsked> typed) {
        removeAll();
        head(getTranslation("title.further-firm"), getTranslation("further.intro"));
        birth.wishOf(reader.person())
                .map(wish -> new FirmWishBlock(wish, this::name))
                .ifPresent(this::add);
        block(getTranslation("further.block"), form(typed));
    }

    private void name(FirmShortName name) {
        boolean open = birth.name(reader.person(), name).isPresent();
        getUI().ifPresent(ui -> {
            if (open) {
                ui.getPage().setLocation("/");
            } else {
                show(Optional.empty());
            }
        });
    }

    private Div form(Optional<FirmAsked> typed) {
        CompanyNumber number = new CompanyNumber(words);
        RadioButtonGroup<Capacity> capacity = new RadioButtonGroup<>();
        capacity.setLabel(getTranslation("register.capacity"));
        capacity.setItems(Capacity.values());
        capacity.setItemLabelGenerator(one -> getTranslation("capacity." + one.name()));
        capacity.setValue(typed.map(FirmAsked::capacity).orElse(Capacity.LEGAL_REPRESENTATIVE));
        typed.map(FirmAsked::number).ifPresent(number::setValue);
        Div said = new Div();
        typed.ifPresent(asked -> said.add(Notice.information(getTranslation("further.typed"))));
        Div form = new Div(said, number, capacity);
        form.addClassNames("fields", "form");
        Button ask =
                FormAct.primary(
                        getTranslation("further.act"),
                        form,
                        () -> ask(number, capacity.getValue(), said));
        form.add(ask, new Paragraph(getTranslation("further.next")));
        return form;
    }

    private void ask(CompanyNumber number, Capacity capacity, Div said) {
        said.removeAll();
        number.typed()
                .ifPresent(typed ->
                        stepUp.perform(() -> {
                            try {
                                told(
                                        further.ask(
                                                reader.person(),
                                                typed.siren(),
                                                typed.siret(),
                                                capacity,
                                                origin()),
                                        said);
                            } catch (CompanyRefusedException refused) {
                                number.refuse(
                                        getTranslation(
                                                refused.closed()
                                                        ? "register.company.closed"
                                                        : "register.company"));
                                number.focus();
                            } catch (AskedTooOftenException often) {
                                said.add(Notice.refusal(getTranslation("recover.often")));
                            } catch (SignUpOffException off) {
                                said.add(Notice.refusal(getTranslation("register.off")));
                            }
                        }));
    }

    private void told(FirmAnswer answer, Div said) {
        if (answer == FirmAnswer.ASKED || answer == FirmAnswer.TO_NAME) {
            show(Optional.empty());
        } else {
            said.add(
                    Notice.information(
                            getTranslation(
                                    answer == FirmAnswer.WAITS
                                            ? "further.waits"
                                            : "further.belongs")));
        }
    }

    private static String origin() {
        VaadinRequest request = VaadinRequest.getCurrent();
        String address = request == null ? null : request.getRemoteAddr();
        return address == null ? "" : address;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.further-firm") + " · Cloisonné";
    }
}
