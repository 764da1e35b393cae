/**
 * The client and the sandbox against each other, in every dialect and every family, over real HTTP
 * and without a server or a database. What belongs to Timbre itself is tested elsewhere.
 */
package dev.timbre.it.dialect;
