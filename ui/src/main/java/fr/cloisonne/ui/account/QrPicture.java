package fr.cloisonne.ui.account;

import com.vaadin.flow.component.html.Image;
import io.nayuki.qrcodegen.QrCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A text as a QR code, dark on white in every scheme, since cameras want it so. */
class QrPicture extends Image {

    private static final int QUIET = 4;

    QrPicture(String text, String label) {
        super(address(QrCode.encodeText(text, QrCode.Ecc.MEDIUM)), label);
        addClassName("qr");
    }

    private static String address(QrCode code) {
        byte[] picture = svg(code).getBytes(StandardCharsets.US_ASCII);
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(picture);
    }

    private static String svg(QrCode code) {
        StringBuilder squares = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    squares.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                    squares.append("h1v1h-1z");
                }
            }
        }
        int side = code.size + 2 * QUIET;
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
        <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>\
        """
                .formatted(side, squares);
    }
}
