package fr.cloisonne.identity.matrix;

import fr.cloisonne.identity.PersonCard;

/**
 * One right as an export tells it.
 *
 * @param person who holds it
 * @param place where, without anybody in it
 * @param mark what, and whence
 */
public record MatrixLine(PersonCard person, MatrixRow place, MatrixMark mark) {}
