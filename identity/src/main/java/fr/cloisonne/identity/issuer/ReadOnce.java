package fr.cloisonne.identity.issuer;

import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What a request to the issuer has read a moment ago, for the library's next question about the
 * same. Nothing outlives the request, so that whatever ends meanwhile is seen by the next one.
 */
final class ReadOnce {

    private ReadOnce() {}

    /** Kept for this request; outside of one nothing is. */
    static <T> T keep(String key, T read) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(name(key), read, RequestAttributes.SCOPE_REQUEST);
        }
        return read;
    }

    static <T> Optional<T> find(String key, Class<T> kind) {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .map(request -> request.getAttribute(name(key), RequestAttributes.SCOPE_REQUEST))
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static String name(String key) {
        return ReadOnce.class.getName() + ' ' + key;
    }
}
