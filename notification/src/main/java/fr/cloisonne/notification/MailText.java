package fr.cloisonne.notification;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A mail as plain text and as simple HTML: no picture, no outside resource, nothing that tracks.
 */
final class MailText {

    private MailText() {}

    static String plain(Mail mail) {
        StringBuilder text = new StringBuilder();
        mail.paragraphs().forEach(paragraph -> text.append(paragraph).append("\n\n"));
        Mail.Act act = mail.act();
        if (act != null) {
            text.append(act.label()).append("\n").append(act.link()).append("\n\n");
        }
        return text.append("-- \n").append(mail.footer()).append("\n").toString();
    }

    static String html(Mail mail) {
        String paragraphs =
                mail.paragraphs().stream()
                        .map(paragraph -> "<p>" + safe(paragraph) + "</p>\n")
                        .collect(Collectors.joining());
        return """
        <!DOCTYPE html>
        <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
        <body style="margin:0;background:#fbfaf7;color:#1b1f2a;font:16px/1.5 system-ui,sans-serif">
        <div style="max-width:36em;margin:0 auto;padding:24px">
        <p style="margin:0 0 24px;padding-bottom:8px;border-bottom:2px solid #b08a3c;font-weight:600">Cloisonné</p>
        %s%s<p style="margin:32px 0 0;color:#575c69;font-size:14px">%s</p>
        </div></body></html>
        """
                .formatted(
                        mail.language().getLanguage(),
                        safe(mail.subject()),
                        paragraphs,
                        button(mail.act()),
                        safe(mail.footer()));
    }

    private static String button(Mail.@Nullable Act act) {
        if (act == null) {
            return "";
        }
        String link = safe(act.link().toString());
        return """
        <p style="margin:24px 0"><a href="%s" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#24408e;color:#ffffff;text-decoration:none;font-weight:600">%s</a></p>
        <p style="color:#575c69;font-size:14px;overflow-wrap:anywhere">%s</p>
        """
                .formatted(link, safe(act.label()), link);
    }

    private static String safe(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
