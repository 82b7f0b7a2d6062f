/** SCIM 2.0 (RFC 7643, RFC 7644): a firm's directory tells of the firm's people and groups. */
@NullMarked
@NamedInterface("scim")
package fr.cloisonne.api.scim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
