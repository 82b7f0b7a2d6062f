package fr.cloisonne.ui.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Ten recovery codes, this once, to read or to keep as a file. */
class RecoveryCodesDialog extends Dialog {

    RecoveryCodesDialog(List<String> codes, Runnable done) {
        setHeaderTitle(getTranslation("account.codes.title"));
        setWidth("min(460px, 100vw)");
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        UnorderedList list = new UnorderedList();
        list.addClassNames("codes", "mono");
        codes.forEach(code -> list.add(new ListItem(code)));
        add(new Paragraph(getTranslation("account.codes.once")), list, file(codes));
        Button kept =
                new Button(
                        getTranslation("account.codes.kept"),
                        press -> {
                            close();
                            done.run();
                        });
        kept.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(kept);
    }

    private Anchor file(List<String> codes) {
        byte[] text =
                (getTranslation("account.codes.file") + "\r\n\r\n" + String.join("\r\n", codes))
                        .getBytes(StandardCharsets.UTF_8);
        Anchor file =
                new Anchor(
                        DownloadHandler.fromInputStream(request ->
                                new DownloadResponse(
                                        new ByteArrayInputStream(text),
                                        "cloisonne-codes.txt",
                                        "text/plain;charset=utf-8",
                                        text.length)),
                        getTranslation("account.codes.download"));
        file.addClassName("plain-act");
        return file;
    }
}
