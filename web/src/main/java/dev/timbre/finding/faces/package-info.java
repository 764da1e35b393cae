/** The pages of findings: what is to decide, and the buttons that decide it. */
package dev.timbre.finding.faces;
