/** Two operators appoint an administrator of a firm whose only one is gone. */
@NullMarked
@NamedInterface("appointment")
package fr.cloisonne.identity.appointment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
