/** Console pages of notices: what the reader was told, and where else it is told. */
package dev.timbre.notice.faces;
