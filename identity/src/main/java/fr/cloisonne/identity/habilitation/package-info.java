/** Rights: who may do what, where, until when, and on whose behalf. */
@NullMarked
@NamedInterface("habilitation")
package fr.cloisonne.identity.habilitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
