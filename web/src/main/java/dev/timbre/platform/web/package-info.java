/** What pages and REST share at the edge and that belongs to no capability. */
package dev.timbre.platform.web;
