/** The part of a client's page that shows and sets its budget. */
package dev.timbre.usage.faces;
