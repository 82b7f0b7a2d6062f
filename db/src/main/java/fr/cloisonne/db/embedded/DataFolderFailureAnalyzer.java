package fr.cloisonne.db.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells a data folder that cannot be used in one clear line instead of a stack trace. */
class DataFolderFailureAnalyzer extends AbstractFailureAnalyzer<DataFolderException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, DataFolderException refused) {
        return new FailureAnalysis(String.valueOf(refused.getMessage()), null, refused);
    }
}
