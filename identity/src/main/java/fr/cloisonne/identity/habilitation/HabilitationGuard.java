package fr.cloisonne.identity.habilitation;

import fr.cloisonne.tenancy.CurrentTenant;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Holds {@link RequiresHabilitation}: before the method's transaction, the right is read from the
 * database for the person and the company that are bound. Nothing bound, nothing done.
 */
@Aspect
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class HabilitationGuard {

    private final Grants grants;
    private final CurrentTenant tenant;
    private final Refusing refusing;

    HabilitationGuard(Grants grants, CurrentTenant tenant, Refusing refusing) {
        this.grants = grants;
        this.tenant = tenant;
        this.refusing = refusing;
    }

    @Before("@annotation(required)")
    void checkMethod(RequiresHabilitation required) {
        check(required);
    }

    @Before("@within(required) && execution(public * *(..))")
    void checkClass(RequiresHabilitation required) {
        check(required);
    }

    private void check(RequiresHabilitation required) {
        Acting acting = CurrentPerson.require();
        if (required.value().level() == Level.MODIFY) {
            CurrentPerson.requireActing();
        }
        Scope company = new Scope.OneCompany(acting.firm(), tenant.require());
        if (!grants.over(acting.person(), company).allows(required.value())) {
            throw refusing.missing(acting.person(), company, required.value());
        }
    }
}
