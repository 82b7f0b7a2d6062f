package fr.cloisonne.identity.federation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** One call to a provider, guarded before it and read to its end, which is near. */
final class ProviderCall implements ClientHttpRequestInterceptor {

    private static final int LONGEST = 256 * 1024;

    private final Bulwark bulwark;
    private final Door door;

    /** Whether an address may be called. */
    interface Door {
        void check(URI address) throws IOException;
    }

    ProviderCall(Bulwark bulwark, Door door) {
        this.bulwark = bulwark;
        this.door = door;
    }

    @Override
    public ClientHttpResponse intercept(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        door.check(request.getURI());
        return bulwark.guard(() -> read(execution.execute(request, body)));
    }

    private static ClientHttpResponse read(ClientHttpResponse answer) throws IOException {
        try (answer) {
            byte[] body = answer.getBody().readNBytes(LONGEST + 1);
            if (body.length > LONGEST) {
                throw new IOException("The provider's answer is too long");
            }
            if (answer.getStatusCode().is5xxServerError()) {
                throw new IOException("The provider answers " + answer.getStatusCode());
            }
            return new Answer(answer, body);
        }
    }

    /** An answer that has been read. */
    private static final class Answer implements ClientHttpResponse {

        private final HttpStatusCode status;
        private final String text;
        private final HttpHeaders headers;
        private final byte[] body;

        Answer(ClientHttpResponse answer, byte[] body) throws IOException {
            this.status = answer.getStatusCode();
            this.text = answer.getStatusText();
            this.headers = answer.getHeaders();
            this.body = body;
        }

        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public String getStatusText() {
            return text;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
