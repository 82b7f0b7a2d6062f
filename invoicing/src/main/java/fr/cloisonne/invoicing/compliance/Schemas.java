package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.invoicing.reading.Root;
import fr.cloisonne.invoicing.reading.Trees;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The XML schemas: UBL 2.1, and CII D16B, since the D22B one coupled with the French rules refuses
 * valid French invoices. Each is compiled at its first use; what they import without saying where
 * lies in jars beside them.
 */
final class Schemas {

    private static final Map<String, String> UNPLACED =
            Map.of(
                    "urn:un:unece:uncefact:data:specification:CoreComponentTypeSchemaModule:2",
                    "schemas/CCTS_CCT_SchemaModule.xsd",
                    "http://www.w3.org/2000/09/xmldsig#",
                    "schemas/xmldsig-core-schema.xsd",
                    "http://uri.etsi.org/01903/v1.3.2#",
                    "schemas/XAdES01903v132-201601.xsd",
                    "http://uri.etsi.org/01903/v1.4.1#",
                    "schemas/XAdES01903v141-201601.xsd");

    private final Map<Root, Schema> compiled = new ConcurrentHashMap<>();

    /** Compiles all three. */
    void warmUp() {
        for (Root root : Root.values()) {
            compiled.computeIfAbsent(root, Schemas::compile);
        }
    }

    /** The first fault against the schema, after which nothing else is worth asking. */
    Optional<Anomaly> fault(Root root, byte[] xml) throws IOException {
        try {
            var validator = compiled.computeIfAbsent(root, Schemas::compile).newValidator();
            validator.validate(
                    new SAXSource(Trees.reader(), new InputSource(new ByteArrayInputStream(xml))));
            return Optional.empty();
        } catch (SAXParseException fault) {
            return Optional.of(fault(fault.getLineNumber() + ":" + fault.getColumnNumber(), fault));
        } catch (SAXException fault) {
            return Optional.of(fault(null, fault));
        }
    }

    private static Anomaly fault(@Nullable String place, SAXException fault) {
        return new Anomaly("CLO-XSD", Severity.ERROR, null, place, null, null, fault.getMessage());
    }

    private static Schema compile(Root root) {
        String file =
                switch (root) {
                    case UBL_INVOICE -> "external/schemas/ubl21/maindoc/UBL-Invoice-2.1.xsd";
                    case UBL_CREDIT_NOTE -> "external/schemas/ubl21/maindoc/UBL-CreditNote-2.1.xsd";
                    case CII ->
                            "external/schemas/d16b/data/standard/CrossIndustryInvoice_100pD16B.xsd";
                };
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            // The schemas lie in our own jars, whatever scheme the class loader gives them.
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "all");
            factory.setResourceResolver(new Beside());
            return factory.newSchema(new StreamSource(url(file).toExternalForm()));
        } catch (SAXException wrong) {
            throw new IllegalStateException(file, wrong);
        }
    }

    private static URL url(String file) {
        return Objects.requireNonNull(Schemas.class.getClassLoader().getResource(file), file);
    }

    /** Finds by namespace the schemas whose import says no place. */
    private static final class Beside implements LSResourceResolver {

        @Override
        public @Nullable LSInput resolveResource(
                String type,
                @Nullable String namespace,
                @Nullable String publicId,
                @Nullable String systemId,
                @Nullable String baseUri) {
            String file = namespace == null ? null : UNPLACED.get(namespace);
            return file == null ? null : new Found(url(file));
        }
    }
}
