package fr.cloisonne.app;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an unknown setting in one clear line. */
class UnknownSettingAnalyzer extends AbstractFailureAnalyzer<UnknownSettingException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnknownSettingException unknown) {
        return new FailureAnalysis(String.valueOf(unknown.getMessage()), null, unknown);
    }
}
