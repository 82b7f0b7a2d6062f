package fr.cloisonne.invoicing.compliance;

import java.util.regex.Pattern;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.lib.ResourceResolver;
import net.sf.saxon.trans.XPathException;

/**
 * The lists of codes that the Factur-X rules read while they run. They ask by a bare file name,
 * which the engine would look for in the folder where the product was started; here they get the
 * file that was published beside the rules, and nothing else is ever opened.
 */
final class CodeLists implements ResourceResolver {

    private static final Pattern NAME = Pattern.compile("FACTUR-X_[A-Z0-9-]+_codedb\\.xml");

    private final String folder;

    CodeLists(String folder) {
        this.folder = folder;
    }

    @Override
    public Source resolve(ResourceRequest request) throws XPathException {
        String asked = request.relativeUri == null ? request.uri : request.relativeUri;
        String name = asked == null ? "" : asked.substring(asked.lastIndexOf('/') + 1);
        var list =
                NAME.matcher(name).matches()
                        ? CodeLists.class.getClassLoader().getResource(folder + name)
                        : null;
        if (list == null) {
            throw new XPathException("Rules open nothing but their own lists: " + asked);
        }
        return new StreamSource(list.toExternalForm());
    }
}
