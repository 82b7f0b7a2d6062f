package fr.cloisonne.tenancy.directory;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The directory of companies.
 *
 * @param url address of a service that answers as recherche-entreprises does; none is asked when
 *     not given
 */
@ConfigurationProperties("cloisonne.directory")
record DirectorySettings(@Nullable URI url) {}
