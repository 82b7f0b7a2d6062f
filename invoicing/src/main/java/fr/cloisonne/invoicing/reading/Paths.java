package fr.cloisonne.invoicing.reading;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XdmNode;

/** The paths of one syntax, each compiled at its first use. */
final class Paths {

    private final Map<String, String> texts;
    private final Map<String, XPathExecutable> compiled = new ConcurrentHashMap<>();

    Paths(Map<String, String> texts) {
        this.texts = texts;
    }

    List<XdmNode> all(XdmNode node, String term) {
        try {
            var path = compiled.computeIfAbsent(term, this::compile).load();
            path.setContextItem(node);
            return StreamSupport.stream(path.evaluate().spliterator(), false)
                    .map(XdmNode.class::cast)
                    .toList();
        } catch (SaxonApiException failure) {
            throw new IllegalStateException(term, failure);
        }
    }

    private XPathExecutable compile(String term) {
        XPathCompiler compiler = Trees.PROCESSOR.newXPathCompiler();
        compiler.declareNamespace(
                "cbc", "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2");
        compiler.declareNamespace(
                "cac", "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2");
        compiler.declareNamespace(
                "rsm", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100");
        compiler.declareNamespace(
                "ram",
                "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100");
        compiler.declareNamespace(
                "udt", "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100");
        try {
            return compiler.compile(texts.get(term));
        } catch (SaxonApiException wrong) {
            throw new IllegalStateException(term, wrong);
        }
    }
}
