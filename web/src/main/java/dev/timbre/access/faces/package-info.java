/** Pages of signing in, of the people, brands and clients, and of one's own profile. */
package dev.timbre.access.faces;
