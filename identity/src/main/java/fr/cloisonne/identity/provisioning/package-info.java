/** What a firm's own directory says of the firm's people, and what becomes true of it here. */
@NullMarked
@NamedInterface("provisioning")
package fr.cloisonne.identity.provisioning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
