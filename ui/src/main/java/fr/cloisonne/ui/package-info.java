/** The people's face: one package per feature, texts in bundles, rights asked below. */
@ApplicationModule(
        allowedDependencies = {
            "tenancy :: value",
            "identity",
            "identity :: account",
            "identity :: appointment",
            "identity :: habilitation",
            "identity :: matrix",
            "identity :: registration",
            "identity :: membership",
            "identity :: audit",
            "identity :: federation",
            "identity :: maildomain",
            "identity :: preference",
            "identity :: provisioning",
            "identity :: recovery",
            "identity :: signin",
            "identity :: issuer",
            "identity :: technical",
            "company",
            "company :: importing",
            "invoicing",
            "invoicing :: compliance",
            "invoicing :: portfolio",
            "invoicing :: reading",
            "invoicing :: staging",
            "notification"
        })
@NullMarked
package fr.cloisonne.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
