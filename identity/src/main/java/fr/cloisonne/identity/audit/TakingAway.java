package fr.cloisonne.identity.audit;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.identity.signin.FreshProof;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Files that leave: who takes one is asked for the right, and for a proof where it holds more than
 * one company's; that it was asked for is committed before the first byte, that it is out after the
 * last.
 */
@Component
public class TakingAway {

    private static final String ASKED = "export.asked";

    private final Habilitations habilitations;
    private final Operators operators;
    private final FreshProof proof;
    private final ActGate gate;
    private final AuditTrail trail;

    TakingAway(
            Habilitations habilitations,
            Operators operators,
            FreshProof proof,
            ActGate gate,
            AuditTrail trail) {
        this.habilitations = habilitations;
        this.operators = operators;
        this.proof = proof;
        this.gate = gate;
        this.trail = trail;
    }

    /**
     * Lets whoever may take it pass; nothing is written.
     *
     * @param taken what
     * @throws fr.cloisonne.identity.signin.ProofNeededException if they have not proven themselves
     *     lately
     */
    public void allow(Taken taken) {
        gate.inFirm(taken.person(), ASKED);
        switch (taken) {
            case Taken.OfFirm one -> {
                habilitations.requireInFirm(one.person(), one.firm(), one.right());
                proof.require(one.person());
            }
            case Taken.OfCompany one ->
                    habilitations.requireInCompany(one.person(), one.company(), one.right());
            case Taken.OfService one -> {
                operators.require(one.person());
                proof.require(one.person());
            }
        }
    }

    /**
     * Keeps that it is asked for, before its first byte.
     *
     * @param taken what
     */
    @PlatformTransaction
    public void asked(Taken taken) {
        allow(taken);
        record(taken, ASKED, taken.details());
    }

    /**
     * Keeps that it has left whole.
     *
     * @param taken what
     * @param size how many lines or bytes
     */
    @PlatformTransaction
    public void done(Taken taken, long size) {
        Map<String, String> details = new TreeMap<>(taken.details());
        details.put("size", Long.toString(size));
        record(taken, "export.done", details);
    }

    private void record(Taken taken, String act, Map<String, String> more) {
        Map<String, String> details = new TreeMap<>(more);
        details.put("what", taken.what());
        switch (taken) {
            case Taken.OfFirm one -> {
                var firm = habilitations.requireInFirm(one.person(), one.firm(), one.right());
                trail.recordUse(firm.id(), one.person(), one.right(), act, details);
            }
            case Taken.OfCompany one -> {
                var company = habilitations.access(one.person(), one.company()).company();
                details.put("company", company.tenant().toString());
                Scope place = new Scope.OneCompany(company.firm(), company.tenant());
                trail.recordUse(place, one.person(), one.right(), act, details);
            }
            case Taken.OfService one -> trail.recordInService(one.person(), act, details);
        }
    }
}
