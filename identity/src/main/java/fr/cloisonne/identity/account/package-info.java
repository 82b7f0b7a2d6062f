/** How an account comes to be and keeps its way in: activation, password, reset, address. */
@NullMarked
@NamedInterface("account")
package fr.cloisonne.identity.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
