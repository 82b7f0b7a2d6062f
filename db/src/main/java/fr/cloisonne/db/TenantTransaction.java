package fr.cloisonne.db;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A transaction of the tenant unit. With its sister it is the only transaction annotation. */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Transactional(transactionManager = "tenantTransactionManager", rollbackFor = Throwable.class)
public @interface TenantTransaction {

    /**
     * Whether nothing is written.
     *
     * @return false unless said
     */
    @AliasFor(annotation = Transactional.class)
    boolean readOnly() default false;

    /**
     * How it meets a transaction already open.
     *
     * @return joins it unless said
     */
    @AliasFor(annotation = Transactional.class)
    Propagation propagation() default Propagation.REQUIRED;
}
