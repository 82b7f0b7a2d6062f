/** The firm's technical connections: machines that act for it, their secrets and their ends. */
@NullMarked
package fr.cloisonne.ui.connection;

import org.jspecify.annotations.NullMarked;
