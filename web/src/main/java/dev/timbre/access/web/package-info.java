/** Who is at the other end of a request, for pages and REST alike. */
package dev.timbre.access.web;
