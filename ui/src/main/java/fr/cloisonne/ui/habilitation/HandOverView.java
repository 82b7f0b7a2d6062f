package fr.cloisonne.ui.habilitation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.Taken;
import fr.cloisonne.identity.audit.TakingAway;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.HandOverCertificate;
import fr.cloisonne.identity.habilitation.HandOverId;
import fr.cloisonne.identity.habilitation.HandOverReading;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.RightPart;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.ui.enamel.Facts;
import fr.cloisonne.ui.enamel.Sheet;
import fr.cloisonne.ui.shell.AddressedId;
import fr.cloisonne.ui.shell.FirmPage;
import fr.cloisonne.ui.shell.MainLayout;
import fr.cloisonne.ui.shell.Needs;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.signin.StepUp;
import fr.cloisonne.ui.taken.TakenButton;
import fr.cloisonne.ui.taken.TakenFile;
import fr.cloisonne.ui.text.Formats;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The certificate of one hand-over: what went from whom to whom, and the seal of the journal. */
@Route(value = "f/:firm/handovers/:id", layout = MainLayout.class)
@PermitAll
@Needs(Right.AUDIT)
public class HandOverView extends FirmPage {

    private final HandOverReading reading;
    private final transient TakingAway taking;
    private final transient StepUp stepUp;
    private final Formats formats;
    private @Nullable HandOverId id;

    /** The page; Spring makes one for each visit. */
    public HandOverView(
            Reader reader,
            Habilitations habilitations,
            HandOverReading reading,
            TakingAway taking,
            StepUp stepUp,
            Formats formats) {
        super(reader, habilitations, "handover");
        this.reading = reading;
        this.taking = taking;
        this.stepUp = stepUp;
        this.formats = formats;
    }

    @Override
    protected void address(BeforeEnterEvent event) {
        id = new HandOverId(AddressedId.of(event));
    }

    @Override
    protected void show(UserAccountId person, FirmCard firm) {
        show(
                person,
                reading.of(person, firm.shortName(), Objects.requireNonNull(id))
                        .orElseThrow(NotFoundException::new));
    }

    private void show(UserAccountId person, HandOverCertificate act) {
        head(
                title(act),
                act.firm().legalName(),
                new TakenButton(
                        stepUp,
                        new Button(getTranslation("handover.download")),
                        file(person, act)));
        add(
                new Facts()
                        .with(getTranslation("handover.at"), formats.moment(act.at()))
                        .with(getTranslation("handover.by"), act.by().name().display())
                        .with(getTranslation("handover.from"), act.from().name().display())
                        .with(getTranslation("handover.to"), act.to().name().display())
                        .with(
                                getTranslation("handover.delegations"),
                                Integer.toString(act.delegations()))
                        .with(
                                getTranslation("handover.row"),
                                getTranslation("handover.row.text", act.row()))
                        .with(getTranslation("handover.hash"), act.hash()));
        Sheet sheet =
                new Sheet(
                        Set.of(), getTranslation("rights.scope"), getTranslation("rights.profile"));
        act.parts().forEach(part -> sheet.row(place(part), ProfileNames.of(this, part)));
        block(getTranslation("handover.parts", act.parts().size()), sheet);
    }

    private String title(HandOverCertificate act) {
        return getTranslation(
                act.departure() ? "handover.title.departure" : "handover.title.transfer",
                act.from().name().display());
    }

    private String place(RightPart part) {
        String name = part.placeName();
        return name == null ? getTranslation("scope.firm") : name;
    }

    private TakenFile file(UserAccountId person, HandOverCertificate act) {
        byte[] bytes = String.join("\r\n", lines(act)).getBytes(StandardCharsets.UTF_8);
        return new TakenFile(
                taking,
                new Taken.OfFirm(
                        person,
                        act.firm().shortName(),
                        Right.AUDIT,
                        "handover",
                        Map.of("handover", act.id().toString())),
                "cloisonne-" + act.id() + ".txt",
                "text/plain; charset=utf-8",
                out -> {
                    out.write(bytes);
                    return bytes.length;
                });
    }

    private List<String> lines(HandOverCertificate act) {
        List<String> lines = new ArrayList<>();
        lines.add(title(act));
        lines.add(act.firm().legalName());
        lines.add("");
        lines.add(said("handover.at", formats.moment(act.at())));
        lines.add(said("handover.by", act.by().name().display()));
        lines.add(said("handover.from", act.from().name().display()));
        lines.add(said("handover.to", act.to().name().display()));
        lines.add(said("handover.delegations", Integer.toString(act.delegations())));
        lines.add(said("handover.row", getTranslation("handover.row.text", act.row())));
        lines.add(said("handover.hash", act.hash()));
        lines.add("");
        act.parts()
                .forEach(
                        part -> lines.add("- " + place(part) + ", " + ProfileNames.of(this, part)));
        return lines;
    }

    private String said(String caption, String value) {
        return getTranslation(caption) + " - " + value;
    }
}
