package fr.cloisonne.invoicing.compliance;

import fr.cloisonne.invoicing.compliance.Findings.Failed;
import fr.cloisonne.invoicing.reading.Reading.Document;
import fr.cloisonne.invoicing.reading.Root;
import fr.cloisonne.invoicing.reading.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.SAXDestination;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XsltExecutable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rule files that the official bodies publish as compiled Schematron: EN 16931 (CEN), the
 * Factur-X profiles below it, EXTENDED-CTC-FR and BR-FR (FNFE-MPE). Each is compiled once and may
 * be run by many threads; a fault of the engine becomes a finding, never an exception.
 */
final class OfficialRules {

    /** What the verdict says of the rules. */
    static final String VERSION = "EN16931 1.3.16 · BR-FR 1.3.0 · Factur-X 2.4";

    private static final Logger LOG = LoggerFactory.getLogger(OfficialRules.class);

    private static final String CTC = "external/schematron/ctc/1.3.0/xslt/20260216_";
    private static final String FACTUR_X = "external/schematron/2.4/FACTUR-X_";
    private static final String EN16931 = "external/schematron/1.3.16/";

    private static final CodeLists LISTS = new CodeLists("external/schematron/2.4/");

    private static final Pattern TERM = Pattern.compile("\\bB[TG]-\\d{1,3}\\b");
    private static final int MOST = 200;
    private static final int LONGEST = 600;

    private final Map<String, XsltExecutable> compiled = new ConcurrentHashMap<>();

    /** Compiles what nearly every document needs. */
    void warmUp() {
        for (String syntax : List.of("UBL", "CII")) {
            compiled.computeIfAbsent(base("UBL".equals(syntax), ""), OfficialRules::compile);
            compiled.computeIfAbsent(frenchFor(syntax), OfficialRules::compile);
        }
    }

    private static String frenchFor(String syntax) {
        return CTC + "BR-FR-Flux2-Schematron-" + syntax + "_V1.3.0.xslt";
    }

    /** The findings of all the rule files that this document falls under. */
    List<Anomaly> check(Document document) {
        List<Anomaly> findings = new ArrayList<>();
        filesFor(document).forEach(file -> run(file, document, findings));
        return findings;
    }

    private static List<String> filesFor(Document document) {
        boolean ubl = document.root() != Root.CII;
        String profile = Objects.requireNonNullElse(document.invoice().profile(), "");
        List<String> files = new ArrayList<>();
        files.add(profile.contains("extended-ctc-fr") ? extended(ubl) : base(ubl, profile));
        // BR-FR makes sense for a French seller only: every foreign invoice fails it.
        if ("FR".equals(document.invoice().seller().country())) {
            files.add(frenchFor(ubl ? "UBL" : "CII"));
        }
        return files;
    }

    private static String extended(boolean ubl) {
        return CTC + "EXTENDED-CTC-FR-" + (ubl ? "UBL" : "CII") + "-V1.3.0.xslt";
    }

    private static String base(boolean ubl, String profile) {
        if (ubl) {
            return EN16931 + "ubl/EN16931-UBL-validation.xslt";
        }
        return switch (profile) {
            case "urn:factur-x.eu:1p0:minimum" -> FACTUR_X + "MINIMUM.xslt";
            case "urn:factur-x.eu:1p0:basicwl" -> FACTUR_X + "BASIC-WL.xslt";
            case "urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended" ->
                    FACTUR_X + "EXTENDED.xslt";
            default -> EN16931 + "cii/EN16931-CII-validation.xslt";
        };
    }

    private void run(String file, Document document, List<Anomaly> findings) {
        try {
            var rules = compiled.computeIfAbsent(file, OfficialRules::compile).load30();
            rules.setResourceResolver(LISTS);
            rules.applyTemplates(
                    document.tree(),
                    new SAXDestination(new Findings(one -> collect(one, french(file), findings))));
        } catch (SaxonApiException failure) {
            LOG.debug("The rule engine stopped in {}", file, failure);
            findings.add(
                    new Anomaly(
                            "CLO-ENGINE",
                            Severity.ERROR,
                            null,
                            null,
                            null,
                            null,
                            failure.getMessage()));
        }
    }

    private static boolean french(String file) {
        return file.contains("BR-FR");
    }

    /** The same rule at the same place says nothing new the second time. */
    private static void collect(Failed failed, boolean french, List<Anomaly> findings) {
        if (findings.size() < MOST) {
            Anomaly finding = finding(failed, french);
            if (!findings.contains(finding)) {
                findings.add(finding);
            }
        }
    }

    /** French warnings have been errors since the obligation to issue; European ones remark. */
    private static Anomaly finding(Failed failed, boolean french) {
        boolean remark = !french && "warning".equals(failed.flag());
        String rule = Objects.requireNonNullElse(failed.id(), "?");
        String text = failed.text();
        return new Anomaly(
                rule,
                remark ? Severity.WARNING : Severity.ERROR,
                term(rule, text),
                readable(failed.location()),
                null,
                null,
                text.substring(0, Math.min(text.length(), LONGEST)));
    }

    private static @Nullable String term(String rule, String text) {
        Matcher inRule = TERM.matcher(rule);
        Matcher inText = TERM.matcher(text);
        return inRule.find() ? inRule.group() : inText.find() ? inText.group() : null;
    }

    /** {@code /*:Invoice[namespace-uri()='…'][1]/*:ID[1]} reads {@code Invoice/ID}. */
    private static @Nullable String readable(@Nullable String location) {
        return location == null
                ? null
                : location.replaceAll("\\[namespace-uri\\(\\)='[^']*'\\]", "")
                        .replaceAll("Q\\{[^}]*\\}", "")
                        .replace("*:", "")
                        .replace("[1]", "")
                        .replaceFirst("^/", "");
    }

    private static XsltExecutable compile(String file) {
        var rules = OfficialRules.class.getClassLoader().getResource(file);
        try {
            String place = Objects.requireNonNull(rules, file).toExternalForm();
            var compiler = Trees.PROCESSOR.newXsltCompiler();
            // What the files' makers might mend is not for whoever starts the product.
            compiler.setErrorReporter(remark -> LOG.debug("{}: {}", file, remark.getMessage()));
            return compiler.compile(new StreamSource(place));
        } catch (SaxonApiException wrong) {
            throw new IllegalStateException(file, wrong);
        }
    }
}
