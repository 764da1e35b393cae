/** What can only be seen from inside the server: the beans as they are deployed. */
package dev.timbre.it.inside;
