/**
 * Machine connections and third-party tools: clients of the token issuer, their secrets and keys.
 */
@NullMarked
@NamedInterface("technical")
package fr.cloisonne.identity.technical;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
