/** What people see and change of their own account. */
@NullMarked
package fr.cloisonne.ui.account;

import org.jspecify.annotations.NullMarked;
