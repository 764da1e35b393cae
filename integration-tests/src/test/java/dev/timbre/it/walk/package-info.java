/** What the company does from the first upload to the bill. */
package dev.timbre.it.walk;
