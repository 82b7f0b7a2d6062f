package fr.cloisonne.tenancy.schema;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who upgrades the client companies' schemas.
 *
 * @param scheduled whether this node brings those that lag to the latest version by itself; one
 *     that somebody enters is upgraded in any case
 */
@ConfigurationProperties("cloisonne.schemas")
record SchemaSettings(@DefaultValue("true") boolean scheduled) {}
